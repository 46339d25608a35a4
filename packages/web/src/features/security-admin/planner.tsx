import { useQuery } from '@apollo/client/react'
import { useState } from 'react'
import { failureOf } from '../../api/failure'
import { FailureCallout } from '../../api/failure-callout'
import { useOpenedNetwork } from '../../steps/opened-network'
import { setUpPath } from '../../steps/return-path'
import { useTexts } from '../../texts/use-texts'
import { ButtonLink } from '../../ui/button'
import { Callout } from '../../ui/callout'
import { CodeSample } from '../../ui/code-sample'
import { DialogButton } from '../../ui/dialog-button'
import { Icon } from '../../ui/icon'
import { Skeleton } from '../../ui/skeleton'
import { ActivateDialog } from './activate-dialog'
import { type Deadline, DeadlineChoice } from './deadline-choice'
import { MailMeButton } from './mail-me-button'
import { MANDATE_PREVIEW } from './security-documents'
import { UntilLine } from './until-line'

/** Before it is required: what requiring it would do, to whom, and until when. */
export function Planner() {
  const t = useTexts('security')
  const network = useOpenedNetwork()
  const [chosen, setChosen] = useState<Deadline>({ hours: 24, until: null })
  const { data, previousData, error, refetch } = useQuery(MANDATE_PREVIEW, {
    variables: { slug: network.slug, graceHours: chosen.hours, deadline: chosen.until },
    skip: network.plan === 'FREE',
    fetchPolicy: 'network-only',
  })
  if (network.plan === 'FREE') return <NeedsPro />
  const preview = (data ?? previousData)?.network?.security.preview
  return (
    <section aria-labelledby="planner-title" className="rounded-card border border-hair bg-surface p-4 sm:p-6">
      <h2 id="planner-title" className="text-section">
        {t.state.off}
      </h2>
      <p className="mt-1 text-muted">{t.state.offLine}</p>
      {preview?.isOwnTwoFactorMissing ? (
        <div className="mt-6">
          <Callout tone="time" title={t.own.title}>
            <p>{t.own.line}</p>
            <ButtonLink kind="primary" className="mt-3" to={setUpPath(`/networks/${network.slug}/security`)}>
              {t.own.button}
            </ButtonLink>
          </Callout>
        </div>
      ) : null}
      {error ? <FailureCallout failure={failureOf(error)} onRetry={() => void refetch()} /> : null}
      {preview ? (
        <>
          <dl className="mt-6 grid grid-cols-[auto_1fr] gap-x-4 gap-y-2">
            <Figure count={preview.mailed} label={t.planner.mailed({ count: preview.mailed })} />
            <Figure count={preview.withoutTwoFactor} label={t.planner.without({ count: preview.withoutTwoFactor })} />
            {preview.guestsWithout > 0 ? (
              <Figure count={preview.guestsWithout} label={t.planner.guests({ count: preview.guestsWithout })} />
            ) : null}
            {preview.pendingInvitations > 0 ? (
              <Figure
                count={preview.pendingInvitations}
                label={t.planner.pending({ count: preview.pendingInvitations })}
              />
            ) : null}
          </dl>
          <div className="mt-6 space-y-4">
            <DeadlineChoice label={t.planner.grace} chosen={chosen} onChange={setChosen} />
            <UntilLine until={preview.deadline} />
            <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
              <DialogButton
                kind={preview.isOwnTwoFactorMissing ? 'secondary' : 'primary'}
                isInert={preview.isOwnTwoFactorMissing || !data}
                dialog={(close) => <ActivateDialog preview={preview} chosen={chosen} onClose={close} />}
              >
                {t.planner.activate}
              </DialogButton>
              <MailMeButton chosen={chosen} />
            </div>
          </div>
        </>
      ) : error ? null : (
        <Skeleton lines={4} />
      )}
    </section>
  )
}

/** The plan does not have it: what Pro brings, and who can change that. */
function NeedsPro() {
  const t = useTexts('security').pro
  const { slug } = useOpenedNetwork()
  return (
    <section
      aria-labelledby="pro-title"
      className="grid gap-x-10 gap-y-6 rounded-card border border-hair bg-surface p-4 sm:p-6 lg:grid-cols-2"
    >
      <div>
        <h2 id="pro-title" className="text-section">
          {t.title}
        </h2>
        <p className="mt-1 text-muted">{t.line}</p>
        <ul className="mt-4 space-y-2">
          {t.brings.map((one) => (
            <li key={one} className="flex gap-2">
              <Icon name="check" className="mt-0.5 text-good" />
              {one}
            </li>
          ))}
        </ul>
      </div>
      <div className="min-w-0 self-center">
        <h3 className="font-semibold">{t.howTitle}</h3>
        <p className="mt-1 mb-3 text-muted">{t.how}</p>
        <CodeSample code={`npm run twinlock -- set-plan ${slug} PRO`} copyLabel={t.copy} />
      </div>
    </section>
  )
}

function Figure({ count, label }: { count: number; label: string }) {
  return (
    <div className="contents">
      <dt className="text-end text-section tabular-nums">{count.toLocaleString()}</dt>
      <dd className="self-center">{label}</dd>
    </div>
  )
}
