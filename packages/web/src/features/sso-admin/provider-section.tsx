import { ssoStartUrl } from '@twinlock/shared/slug'
import { useState } from 'react'
import { FailureCallout } from '../../api/failure-callout'
import { useAct } from '../../api/use-act'
import { FormDialog } from '../../steps/form-dialog'
import { GraceChoice } from '../../steps/grace-choice'
import { useOpenedNetwork } from '../../steps/opened-network'
import { useChange } from '../../steps/use-change'
import { useTexts } from '../../texts/use-texts'
import { ownTimeZone, useMoments } from '../../time/use-moments'
import { Button } from '../../ui/button'
import { Callout } from '../../ui/callout'
import { Row, Section } from '../../ui/column-page'
import { DialogButton } from '../../ui/dialog-button'
import { toast } from '../../ui/toast'
import { END_SSO_CONNECTION, KEEP_SSO_CONNECTION, type SsoConnectionFields } from './sso-documents'

type Props = { connection: SsoConnectionFields; isTwoFactorMandatory: boolean; onChange: () => void }

export function ProviderSection({ connection, isTwoFactorMandatory, onChange }: Props) {
  const texts = useTexts('ssoAdmin')
  const t = texts.provider
  const moments = useMoments()
  const { id, slug } = useOpenedNetwork()
  const keeping = useAct(KEEP_SSO_CONNECTION)
  const { workedAt, trouble: failure, endsAt } = connection
  const keep = async () => {
    const answer = await keeping.run({ networkId: id })
    if (answer?.__typename === 'SsoChanged') toast(texts.end.kept)
  }
  return (
    <>
      {endsAt ? (
        <div className="mt-6">
          <Callout tone="time">
            <p>{texts.end.ending({ moment: moments.full(endsAt) })}</p>
            <Button kind="quiet" isInert={keeping.isBusy} onClick={() => void keep()}>
              {texts.end.keep}
            </Button>
            <FailureCallout failure={keeping.failure} />
          </Callout>
        </div>
      ) : null}
      <Section title={t.title} id="provider">
        <Row
          title={t.issuer}
          action={
            <Button kind="primary" onClick={() => window.location.assign(`${ssoStartUrl(slug)}?try`)}>
              {t.test}
            </Button>
          }
        >
          <span className="block wrap-anywhere">{connection.issuer}</span>
          {failure ? (
            <span className="block text-danger" title={moments.full(failure.at)}>
              {t.trouble({ moment: moments.plain(failure.at) })} {texts.troubles[failure.reason]}
            </span>
          ) : (
            <span className="block" title={workedAt ? moments.full(workedAt) : undefined}>
              {workedAt ? t.works({ moment: moments.plain(workedAt) }) : t.never}
            </span>
          )}
        </Row>
        <Row title={t.client} action={<Button onClick={onChange}>{texts.change}</Button>}>
          <span className="block wrap-anywhere">{connection.clientId}</span>
          <span className="block">
            {t.secret}: {connection.hasSecret ? t.hasSecret : t.noSecret}
          </span>
        </Row>
        {endsAt ? null : (
          <Row
            title={texts.end.button}
            action={
              <DialogButton
                kind="danger"
                dialog={(close) => <EndDialog isTwoFactorMandatory={isTwoFactorMandatory} onClose={close} />}
              >
                {t.end}
              </DialogButton>
            }
          >
            {texts.end.line}
          </Row>
        )}
      </Section>
    </>
  )
}

type EndProps = { isTwoFactorMandatory: boolean; onClose: () => void }

/** Going without it: with time, where a member would be left without a second step. */
function EndDialog({ isTwoFactorMandatory, onClose }: EndProps) {
  const texts = useTexts('ssoAdmin')
  const t = texts.end
  const { id } = useOpenedNetwork()
  const { change, ...dialog } = useChange(END_SSO_CONNECTION, { onClose, done: 'SsoChanged' })
  const [graceHours, setGraceHours] = useState(168)
  const input = { networkId: id, graceHours, timeZone: ownTimeZone() }
  return (
    <FormDialog
      {...dialog}
      title={t.title}
      submitLabel={t.button}
      onSubmit={() => change({ input }, t.done)}
      kind="danger"
    >
      <p>{t.line}</p>
      {isTwoFactorMandatory ? (
        <>
          <p>{t.mandatory}</p>
          <GraceChoice label={t.grace} hours={graceHours} onChange={setGraceHours} from={texts.required.until} />
        </>
      ) : null}
    </FormDialog>
  )
}
