import { limits } from '@twinlock/shared/limits'
import { useState } from 'react'
import { FailureCallout } from '../../api/failure-callout'
import { useAct } from '../../api/use-act'
import { FormDialog } from '../../steps/form-dialog'
import { LossDialog } from '../../steps/loss-dialog'
import { useOpenedNetwork } from '../../steps/opened-network'
import { useChange } from '../../steps/use-change'
import { useRefusals } from '../../steps/use-refusals'
import { useTexts } from '../../texts/use-texts'
import { useMoments } from '../../time/use-moments'
import { Button } from '../../ui/button'
import { Callout } from '../../ui/callout'
import { classNames } from '../../ui/class-names'
import { Section } from '../../ui/column-page'
import { DialogButton } from '../../ui/dialog-button'
import { Field } from '../../ui/field'
import { Icon } from '../../ui/icon'
import { toast } from '../../ui/toast'
import { CopyRow } from './copy-row'
import { CLAIM_SSO_DOMAIN, type NetworkSsoFields, PROVE_SSO_DOMAIN, RELEASE_SSO_DOMAIN } from './sso-documents'

export function DomainsSection({ domains }: { domains: NetworkSsoFields['domains'] }) {
  const t = useTexts('ssoAdmin').domains
  return (
    <Section title={t.title} id="domains" intro={t.line}>
      {domains.map((domain) => (
        <DomainRow key={domain.name} domain={domain} />
      ))}
      <div className="p-4 sm:px-6">
        {domains.length === 0 ? <p className="mb-2 text-meta text-muted">{t.none}</p> : null}
        <DialogButton dialog={(close) => <AddDomainDialog onClose={close} />}>{t.add}</DialogButton>
      </div>
    </Section>
  )
}

type Domain = NetworkSsoFields['domains'][number]

/** A domain, and while it is not proved the record that proves it. */
function DomainRow({ domain }: { domain: Domain }) {
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

function RemoveDomainDialog({ name, onClose }: { name: string; onClose: () => void }) {
  const texts = useTexts('ssoAdmin')
  const t = texts.domains
  const { id } = useOpenedNetwork()
  const { change, ...dialog } = useChange(RELEASE_SSO_DOMAIN, { onClose, done: 'SsoChanged' })
  return (
    <LossDialog
      {...dialog}
      title={t.removeTitle({ domain: name })}
      consequence={t.removeLine}
      submitLabel={t.remove({ domain: name })}
      onSubmit={() => change({ input: { networkId: id, domain: name } }, texts.saved)}
    />
  )
}

function AddDomainDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts('ssoAdmin').domains
  const { id } = useOpenedNetwork()
  const { change, problem, ...dialog } = useChange(CLAIM_SSO_DOMAIN, { onClose, done: 'SsoChanged' })
  return (
    <FormDialog
      {...dialog}
      title={t.add}
      submitLabel={t.add}
      onSubmit={({ domain = '' }) => change({ input: { networkId: id, domain } }, t.waiting)}
      refusal={problem}
    >
      <Field name="domain" label={t.field} hint={t.hint} error={problem} inputMode="url" isExact />
    </FormDialog>
  )
}
