import { useEffect, useRef, useState } from 'react'
import { FailureCallout } from '../../api/failure-callout'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import {
  askForPasskey,
  dropPasskeyPrompt,
  fillsPasskeys,
  hasPasskeys,
  type PasskeyAnswer,
} from '../../steps/passkey-prompt'
import { useFollowStep } from '../../steps/use-follow-step'
import { useTexts } from '../../texts/use-texts'
import { Button } from '../../ui/button'
import { Callout } from '../../ui/callout'

const BEGIN_PASSKEY_SIGN_IN = graphql(`
  mutation BeginPasskeySignIn {
    beginPasskeySignIn {
      ...PasskeyChallengeFields
    }
  }
`)

const SIGN_IN_WITH_PASSKEY = graphql(`
  mutation SignInWithPasskey($response: String!) {
    signInWithPasskey(response: $response) {
      ...SignInStepFields
    }
  }
`)

/** What the browser is asked to sign is good for ten minutes: before that a page left open asks again. */
const ASK_AGAIN_AFTER = 9 * 60_000

/**
 * Signs in with a passkey alone. Where the browser can, it offers its passkeys in the email field, as soon as the page is
 * there; the button asks for one by its prompt.
 */
export function PasskeySignIn() {
  const t = useTexts('signIn').passkey
  const common = useTexts('common').passkey
  const { run: begin } = useAct(BEGIN_PASSKEY_SIGN_IN)
  const signing = useAct(SIGN_IN_WITH_PASSKEY)
  const follow = useFollowStep()
  const [problem, setProblem] = useState<string>()
  const [isAsking, setAsking] = useState(false)
  const { run: signIn } = signing

  const take = async (answer: PasskeyAnswer): Promise<string | undefined> => {
    if (answer.kind === 'cancelled') return common.cancelled
    if (answer.kind === 'gone') return undefined
    if (answer.kind !== 'answered') return common.failed
    const step = await signIn({ response: answer.json })
    if (step?.__typename === 'SignInExpired') return common.expired
    const refusal = step && (await follow(step))
    return refusal?.__typename === 'InvalidCredentials' ? t.unknown : undefined
  }
  const ask = async (isInField: boolean) => {
    const asked = await begin()
    if (asked?.__typename !== 'PasskeyChallenge') return
    const answer = await askForPasskey(asked.optionsJson, isInField)
    // Nobody pressed for it: a browser that fills no passkeys says nothing.
    if (isInField && answer.kind !== 'answered') return
    setProblem(await take(answer))
  }
  const latest = useRef(ask)
  useEffect(() => {
    latest.current = ask
  })
  useEffect(() => {
    let timer: ReturnType<typeof setInterval> | undefined
    void fillsPasskeys().then((does) => {
      if (!does) return
      void latest.current(true)
      timer = setInterval(() => void latest.current(true), ASK_AGAIN_AFTER)
    })
    return () => {
      clearInterval(timer)
      if (hasPasskeys()) void dropPasskeyPrompt()
    }
  }, [])

  const press = async () => {
    setAsking(true)
    await ask(false)
    setAsking(false)
  }
  if (!hasPasskeys()) return null
  return (
    <div className="mt-3 space-y-3">
      <Button isWide isInert={isAsking || signing.isBusy} onClick={() => void press()}>
        {t.button}
      </Button>
      <Callout tone="time" isUrgent>
        {problem}
      </Callout>
      <FailureCallout failure={signing.failure} />
    </div>
  )
}
