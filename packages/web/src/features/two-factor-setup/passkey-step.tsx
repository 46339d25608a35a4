import { limits } from '@twinlock/shared/limits'
import { type ReactNode, useEffect, useState } from 'react'
import { Navigate } from 'react-router'
import { FailureCallout } from '../../api/failure-callout'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { dropPasskeyPrompt, hasPasskeys, makePasskey, preparePasskeys } from '../../steps/passkey-prompt'
import { useCodeProblem } from '../../steps/use-code-problem'
import { useTexts } from '../../texts/use-texts'
import { Button, TextLink } from '../../ui/button'
import { Callout } from '../../ui/callout'
import { Field } from '../../ui/field'
import { Form } from '../../ui/form'
import { Skeleton } from '../../ui/skeleton'
import { StepHeading } from './step-heading'
import { useConfirmed } from './use-confirmed'
import { type SetUpStart, SetUpStartFailure, useSetUpStart } from './use-set-up-start'
import { stepAfter, useWizard } from './wizard-state'

const CONFIRM_PASSKEY_SETUP = graphql(`
  mutation ConfirmPasskeySetup($input: ConfirmPasskeySetupInput!) {
    confirmPasskeySetup(input: $input) {
      ...ConfirmSetupFields
    }
  }
`)

export function PasskeyStep() {
  const { base, search, confirmed } = useWizard()
  if (confirmed?.method === 'PASSKEY') return <Navigate to={`${base}/${stepAfter(confirmed)}${search}`} replace />
  if (!hasPasskeys()) return <Navigate to={base + search} replace />
  return <NameAndMake />
}

function NameAndMake() {
  const t = useTexts('setUp').passkey
  const { base, search } = useWizard()
  const beginning = usePasskeySetup()
  const { setup, begin, isBusy, problem, isStopped } = beginning
  return (
    <>
      <StepHeading step="method" title={t.title}>
        {t.line}
      </StepHeading>
      <div className="mt-6 space-y-6">
        {/* One that was refused a successor is used up: the browser was asked for it. */}
        {setup && !problem && !isStopped ? <MakeForm setup={setup} onOver={begin} /> : isBusy ? <Skeleton /> : null}
        <SetUpStartFailure beginning={beginning} />
        <TextLink to={base + search}>{t.another}</TextLink>
      </div>
    </>
  )
}

type Props = { setup: PasskeySetup; onOver: () => Promise<void> }

function MakeForm({ setup, onOver }: Props) {
  const t = useTexts('setUp').passkey
  const common = useTexts('common').passkey
  const { run, failure } = useAct(CONFIRM_PASSKEY_SETUP)
  const take = useConfirmed('PASSKEY')
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ReactNode>()
  useEffect(() => {
    preparePasskeys()
    return () => void dropPasskeyPrompt()
  }, [])
  const make = async (label: string): Promise<ReactNode> => {
    const made = await makePasskey(setup.optionsJson)
    if (made.kind === 'cancelled') return common.cancelled
    if (made.kind === 'known') return t.known
    if (made.kind === 'failed') return common.failed
    if (made.kind === 'gone') return undefined
    const input = { setupId: setup.setupId, responseJson: made.json, label }
    const answer = await run({ input })
    // Whatever was wrong with it, a new one needs a new set-up.
    if (answer?.__typename === 'InvalidCode' || answer?.__typename === 'CodeExpired') await onOver()
    if (answer?.__typename === 'InvalidCode') return t.refused
    return answer?.__typename === 'CodeExpired' ? t.expired : take(answer)
  }
  const submit = async (label: string) => {
    setBusy(true)
    setProblem(undefined)
    setProblem(await make(label))
    setBusy(false)
  }
  return (
    <Form onSubmit={(values) => void submit(values.label ?? '')} refusal={null}>
      <Field
        name="label"
        label={t.nameLabel}
        hint={t.nameHint}
        defaultValue={setup.suggestedLabel}
        maxLength={limits.passkeys.labelLength}
      />
      <Callout tone="time" isUrgent>
        {problem}
      </Callout>
      <FailureCallout failure={failure} />
      <Button type="submit" kind="primary" isWide isInert={isBusy}>
        {t.button}
      </Button>
    </Form>
  )
}

const BEGIN_PASSKEY_SETUP = graphql(`
  mutation BeginPasskeySetup {
    beginPasskeySetup {
      ... on PasskeySetup {
        setupId
        optionsJson
        suggestedLabel
      }
      ...TooManyTries
    }
  }
`)

type PasskeySetup = { setupId: string; optionsJson: string; suggestedLabel: string }

/** A set-up for this visit of the page: what the browser is asked for is good once. */
function usePasskeySetup(): SetUpStart<PasskeySetup> {
  const t = useTexts('setUp').passkey
  const problemOf = useCodeProblem()
  const { run, ...act } = useAct(BEGIN_PASSKEY_SETUP)
  const ask = async () => {
    const answer = await run()
    switch (answer?.__typename) {
      case 'PasskeySetup':
        return { setup: answer }
      case 'PasskeyLimitReached':
        return { problem: t.noRoom }
      case 'TooManyAttempts':
        return { problem: problemOf(answer) }
      case undefined:
        return null
    }
  }
  return useSetUpStart(null, ask, act)
}
