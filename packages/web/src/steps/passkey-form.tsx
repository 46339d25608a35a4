import type { OperationVariables, TypedDocumentNode } from '@apollo/client'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { FailureCallout } from '../api/failure-callout'
import { useActOn } from '../api/use-act'
import { graphql } from '../generated/gql'
import type { PasskeyChallengeFieldsFragment } from '../generated/graphql'
import { useTexts } from '../texts/use-texts'
import { Button } from '../ui/button'
import { Callout } from '../ui/callout'
import { askForPasskey, dropPasskeyPrompt, hasPasskeys, preparePasskeys } from './passkey-prompt'
import type { SignInExpired } from './sign-in-step'
import { useCodeProblem } from './use-code-problem'

graphql(`
  fragment PasskeyChallengeFields on PasskeyChallengeResult {
    ... on PasskeyChallenge {
      optionsJson
    }
    ...TooManyTries
    ...EndedSignIn
  }
`)

/** Asks the server what is to be signed. */
export type BeginPasskey<Variables> = TypedDocumentNode<Record<string, PasskeyChallengeFieldsFragment>, Variables>

type Props<Variables> = {
  begin: BeginPasskey<Variables>
  /** The variables of that request. */
  of: Variables
  /** @returns a message that says what is wrong with it; undefined when it was accepted or something else is shown. */
  onAnswer: (json: string) => Promise<ReactNode>
  /** The request for a passkey has expired. */
  onOver?: ((end: SignInExpired) => void) | undefined
  /** Asks as soon as it appears: nobody has to press for what they have just chosen. */
  startsItself?: boolean | undefined
  takesFocus?: boolean
  children?: ReactNode
}

/** Asks for a passkey. A prompt that was closed is explained, and can be opened again. */
export function PasskeyForm<Variables extends OperationVariables>(props: Props<Variables>) {
  const { begin, of, onAnswer, onOver, startsItself, takesFocus, children } = props
  const t = useTexts('common')
  const problemOf = useCodeProblem()
  const { run, failure } = useActOn(begin, of)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ReactNode>()
  const ask = async (): Promise<ReactNode> => {
    const asked = await run()
    if (!asked) return undefined
    if (asked.__typename === 'TooManyAttempts') return problemOf(asked)
    if (asked.__typename === 'SignInExpired') return void onOver?.(asked)
    const answer = await askForPasskey(asked.optionsJson)
    if (answer.kind === 'answered') return onAnswer(answer.json)
    if (answer.kind === 'gone') return undefined
    return answer.kind === 'cancelled' ? t.passkey.cancelled : t.passkey.failed
  }
  const start = async () => {
    setBusy(true)
    setProblem(undefined)
    setProblem(await ask())
    setBusy(false)
  }

  const mustStart = useRef(startsItself && hasPasskeys())
  useEffect(() => {
    if (mustStart.current) void start()
    mustStart.current = false
  })
  useEffect(() => {
    if (!hasPasskeys()) return
    preparePasskeys()
    return () => void dropPasskeyPrompt()
  }, [])

  if (!hasPasskeys()) return <Callout tone="time">{t.passkey.unsupported}</Callout>
  return (
    <div className="space-y-5">
      <p className="text-muted">{t.passkey.line}</p>
      <Callout tone="time" isUrgent>
        {problem}
      </Callout>
      {children}
      <Button kind="primary" isWide isInert={isBusy} autoFocus={takesFocus} onClick={() => void start()}>
        {t.passkey.button}
      </Button>
      <FailureCallout failure={failure} />
    </div>
  )
}
