import { useQuery } from '@apollo/client/react'
import { useState } from 'react'
import { troubleOf } from '../../api/trouble'
import { TroubleCallout } from '../../api/trouble-callout'
import { useOpenedNetwork } from '../../steps/opened-network'
import { useTexts } from '../../texts/use-texts'
import { Button, ButtonLink } from '../../ui/button'
import { Callout } from '../../ui/callout'
import { Skeleton } from '../../ui/skeleton'
import { ActivateDialog } from './activate-dialog'
import { GraceChoice } from './grace-choice'
import { MailMeButton } from './mail-me-button'
import { MANDATE_PREVIEW } from './security-documents'
import { UntilLine } from './until-line'

/** Before it is required: what requiring it would do, to whom, and until when. */
export function Planner() {
  const t = useTexts('security')
  const network = useOpenedNetwork()
  const [graceHours, setGraceHours] = useState(24)
  const [isAsking, setAsking] = useState(false)
  const { data, previousData, error, refetch } = useQuery(MANDATE_PREVIEW, {
    variables: { slug: network.slug, graceHours },
    fetchPolicy: 'network-only',
  })
  const preview = (data ?? previousData)?.network?.security.preview
  const here = encodeURIComponent(`/networks/${network.slug}/security`)
  return (
    <section aria-labelledby="planner-title" className="rounded-card border border-hair bg-surface p-4 sm:p-6">
      <h2 id="planner-title" className="text-section">
        {t.state.off}
      </h2>
      <p className="mt-1 text-muted">{t.state.offLine}</p>
      {network.plan === 'FREE' ? (
        <div className="mt-6">
          <Callout title={t.pro.title}>{t.pro.line}</Callout>
        </div>
      ) : null}
      {preview?.isOwnTwoFactorMissing ? (
        <div className="mt-6">
          <Callout tone="time" title={t.own.title}>
            <p>{t.own.line}</p>
            <ButtonLink className="mt-3" to={`/account/two-factor/set-up?next=${here}`}>
              {t.own.button}
            </ButtonLink>
          </Callout>
        </div>
      ) : null}
      {error ? <TroubleCallout trouble={troubleOf(error)} onRetry={() => void refetch()} /> : null}
      {preview ? (
        <>
          <dl className="mt-6 grid grid-cols-[auto_1fr] gap-x-4 gap-y-2">
            <Figure count={preview.mailed} words={t.planner.mailed({ count: preview.mailed })} />
            <Figure count={preview.withoutTwoFactor} words={t.planner.without({ count: preview.withoutTwoFactor })} />
            {preview.guestsWithout > 0 ? (
              <Figure count={preview.guestsWithout} words={t.planner.guests({ count: preview.guestsWithout })} />
            ) : null}
            {preview.pendingInvitations > 0 ? (
              <Figure
                count={preview.pendingInvitations}
                words={t.planner.pending({ count: preview.pendingInvitations })}
              />
            ) : null}
          </dl>
          <div className="mt-6 space-y-4">
            <GraceChoice label={t.planner.grace} hours={graceHours} onChange={setGraceHours} className="max-w-60" />
            <UntilLine until={preview.deadline} />
            <div className="flex flex-wrap gap-3">
              <Button
                kind="primary"
                isInert={network.plan === 'FREE' || preview.isOwnTwoFactorMissing}
                onClick={() => setAsking(true)}
              >
                {t.planner.activate}
              </Button>
              <MailMeButton graceHours={graceHours} />
            </div>
          </div>
          {isAsking ? (
            <ActivateDialog preview={preview} graceHours={graceHours} onClose={() => setAsking(false)} />
          ) : null}
        </>
      ) : error ? null : (
        <Skeleton lines={4} />
      )}
    </section>
  )
}

function Figure({ count, words }: { count: number; words: string }) {
  return (
    <div className="contents">
      <dt className="text-end text-section tabular-nums">{count.toLocaleString()}</dt>
      <dd className="self-center">{words}</dd>
    </div>
  )
}
