import { ssoPresets } from '@twinlock/shared/sso-presets'
import { useState } from 'react'
import { FormDialog } from '../../steps/form-dialog'
import { GraceChoice } from '../../steps/grace-choice'
import { useOpenedNetwork } from '../../steps/opened-network'
import { useChange } from '../../steps/use-change'
import { useTexts } from '../../texts/use-texts'
import { useServerNow } from '../../time/server-clock'
import { ownTimeZone, useMoments } from '../../time/use-moments'
import { Callout } from '../../ui/callout'
import { Row } from '../../ui/column-page'
import { DialogButton } from '../../ui/dialog-button'
import { TextArea } from '../../ui/field'
import { RadioCard } from '../../ui/radio-card'
import { Select } from '../../ui/select'
import { type NetworkSsoFields, SET_SSO_PROOF, type SsoConnectionFields } from './sso-documents'

type Props = { connection: SsoConnectionFields; counts: NetworkSsoFields['counts'] }

/** Whether the provider is trusted to do the second step, or must prove it. */
export function ProofRow({ connection, counts }: Props) {
  const texts = useTexts('ssoAdmin')
  const t = texts.proof
  const moments = useMoments()
  const { proofRequiredFrom, proofValues, earlierProofUntil } = connection
  const now = useServerNow(60_000, proofRequiredFrom !== null)
  const state = !proofRequiredFrom
    ? t.trusted
    : Date.parse(proofRequiredFrom) <= now
      ? t.asked
      : t.askedFrom({ moment: moments.plain(proofRequiredFrom) })
  return (
    <Row
      title={t.title}
      action={
        <DialogButton
          aria-label={`${texts.change}: ${t.title}`}
          dialog={(close) => <ProofDialog connection={connection} counts={counts} onClose={close} />}
        >
          {texts.change}
        </DialogButton>
      }
    >
      <span className="block" title={proofRequiredFrom ? moments.full(proofRequiredFrom) : undefined}>
        {state}
      </span>
      <span className="block wrap-anywhere">{t.values({ values: proofValues.join(', ') })}</span>
      {earlierProofUntil && Date.parse(earlierProofUntil) > now ? (
        <span className="block text-time" title={moments.full(earlierProofUntil)}>
          {t.earlier({ moment: moments.plain(earlierProofUntil) })}
        </span>
      ) : null}
      <span className="block">{t.counts({ proved: counts.proved, joined: counts.joined })}</span>
    </Row>
  )
}

type DialogProps = { connection: SsoConnectionFields; counts: NetworkSsoFields['counts']; onClose: () => void }

/** Trusting the provider, or which of its values prove a second step. */
export function ProofDialog({ connection, counts, onClose }: DialogProps) {
  const texts = useTexts('ssoAdmin')
  const t = texts.proof
  const { id } = useOpenedNetwork()
  const { change, problem, ...dialog } = useChange(SET_SSO_PROOF, { onClose, done: 'SsoChanged' })
  const [isRequired, setRequired] = useState(connection.proofRequiredFrom !== null)
  const [written, setWritten] = useState(connection.proofValues.join('\n'))
  const [preset, setPreset] = useState('')
  const [graceHours, setGraceHours] = useState(168)
  const values = written.split(/\s+/).filter(Boolean)
  const isMore = isRequired && (!connection.proofRequiredFrom || isShorter(values, connection.proofValues))
  const choosePreset = (chosen: string) => {
    setPreset(chosen)
    const found = ssoPresets.find((one) => one.id === chosen)
    if (found) setWritten(found.proofValues.join('\n'))
  }
  const input = { networkId: id, isRequired, values, graceHours, timeZone: ownTimeZone() }
  return (
    <FormDialog
      {...dialog}
      title={t.dialog}
      submitLabel={texts.save}
      onSubmit={() => change({ input }, t.done)}
      refusal={problem}
    >
      <div className="space-y-3">
        <RadioCard
          name="proof"
          value="trust"
          title={t.trust}
          icon="check"
          isChecked={!isRequired}
          onChoose={() => setRequired(false)}
        >
          {t.trustLine}
        </RadioCard>
        <RadioCard
          name="proof"
          value="ask"
          title={t.ask}
          icon="search"
          isChecked={isRequired}
          onChoose={() => setRequired(true)}
        >
          {t.askLine}
        </RadioCard>
      </div>
      <Select
        label={t.preset}
        value={preset}
        options={[
          { value: '', label: t.presetOwn },
          ...ssoPresets.map(({ id: value, name }) => ({ value, label: name })),
        ]}
        onChange={choosePreset}
      />
      <TextArea
        label={t.valuesField}
        hint={t.valuesHint}
        error={problem}
        value={written}
        onChange={({ target }) => setWritten(target.value)}
        className="font-mono"
      />
      {isMore ? (
        <>
          <Callout tone="time">{t.affected({ count: Math.max(0, counts.joined - counts.proved) })}</Callout>
          <GraceChoice label={t.grace} hours={graceHours} onChange={setGraceHours} from={texts.required.until} />
        </>
      ) : null}
    </FormDialog>
  )
}

function isShorter(values: readonly string[], before: readonly string[]): boolean {
  return before.some((value) => !values.includes(value))
}
