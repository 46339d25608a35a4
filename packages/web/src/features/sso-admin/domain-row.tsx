import { limits } from '@twinlock/shared/limits'
import { useState } from 'react'
import { FailureCallout } from '../../api/failure-callout'
import { useAct } from '../../api/use-act'
import { useOpenedNetwork } from '../../steps/opened-network'
import { useRefusals } from '../../steps/use-refusals'
import { useTexts } from '../../texts/use-texts'
import { useMoments } from '../../time/use-moments'
import { Button } from '../../ui/button'
import { Callout } from '../../ui/callout'
import { classNames } from '../../ui/class-names'
import { DialogButton } from '../../ui/dialog-button'
import { Icon } from '../../ui/icon'
import { toast } from '../../ui/toast'
import { CopyRow } from './copy-row'
import { RemoveDomainDialog } from './remove-domain-dialog'
import { type NetworkSsoFields, PROVE_SSO_DOMAIN } from './sso-documents'

type Domain = NetworkSsoFields['domains'][number]

/** A domain, and while it is not proved the record that proves it. */
export function DomainRow({ domain }: { domain: Domain }) {
  const texts = useTexts('ssoAdmin')
  const t = texts.domains
  const { id } = useOpenedNetwork()
  const { run, isBusy, failure } = useAct(PROVE_SSO_DOMAIN)
  const { textOf } = useRefusals()
  const [problem, setProblem] = useState<string>()
  const { name, isProved, recordName, recordValue } = domain
  const needsRecord = !isProved || domain.missingSince !== null
  const look = async () => {
    setProblem(undefined)
    const answer = await run({ input: { networkId: id, domain: name } })
    setProblem(textOf(answer))
    if (answer?.__typename === 'SsoChanged') toast(t.found)
  }
  return (
    <div className="p-4 sm:px-6">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <div>
          <div className="font-semibold wrap-anywhere">{name}</div>
          <DomainState domain={domain} />
        </div>
        <DialogButton
          aria-label={t.remove({ domain: name })}
          dialog={(close) => <RemoveDomainDialog name={name} onClose={close} />}
        >
          {t.removeButton}
        </DialogButton>
      </div>
      {needsRecord ? (
        <div className="mt-4 space-y-3">
          <p>{t.record}</p>
          <div className="space-y-3 rounded-control border border-hair p-4">
            <CopyRow label={t.recordName} text={recordName} copyLabel={texts.setUp.copy({ what: t.recordName })} />
            <CopyRow label={t.recordValue} text={recordValue} copyLabel={texts.setUp.copy({ what: t.recordValue })} />
          </div>
          <Callout tone="time" isUrgent>
            {problem}
          </Callout>
          <FailureCallout failure={failure} />
          <Button kind="primary" isInert={isBusy} onClick={() => void look()}>
            {t.look}
          </Button>
        </div>
      ) : null}
    </div>
  )
}

function DomainState({ domain: { isProved, missingSince } }: { domain: Domain }) {
  const t = useTexts('ssoAdmin').domains
  const moments = useMoments()
  const until = missingSince && new Date(Date.parse(missingSince) + limits.domainMissing).toISOString()
  const isGood = isProved && !until
  return (
    <div
      title={until ? moments.full(until) : undefined}
      className={classNames('inline-flex items-center gap-1.5 text-meta', isGood ? 'text-good' : 'text-time')}
    >
      <Icon name={isGood ? 'check' : 'clock'} />
      {isGood ? t.proved : !until ? t.waiting : isProved ? t.missing({ moment: moments.plain(until) }) : t.lost}
    </div>
  )
}
