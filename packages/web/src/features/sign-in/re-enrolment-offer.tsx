import { type ReactNode, useState } from 'react'
import { FailureCallout } from '../../api/failure-callout'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import type { SecondStepRequired } from '../../steps/sign-in-step'
import { useCodeProblem } from '../../steps/use-code-problem'
import { useFollowStep } from '../../steps/use-follow-step'
import { useTexts } from '../../texts/use-texts'
import { useMoments } from '../../time/use-moments'
import { Button } from '../../ui/button'
import { Callout } from '../../ui/callout'
import { Icon } from '../../ui/icon'

const USE_RE_ENROLMENT = graphql(`
  mutation UseReEnrolment($signInId: ID) {
    useReEnrolment(signInId: $signInId) {
      ...SignInStepFields
    }
  }
`)

/** For a member whom an Admin helps back in: on to the set-up, or which networks have to agree first. */
export function ReEnrolmentOffer({ step }: { step: SecondStepRequired }) {
  const t = useTexts('signIn').verify.setUpAgain
  const moments = useMoments()
  const follow = useFollowStep()
  const problemOf = useCodeProblem()
  const { run, isBusy, failure } = useAct(USE_RE_ENROLMENT)
  const [problem, setProblem] = useState<ReactNode>()
  const goOn = async () => {
    const next = await run({ signInId: step.signInId })
    // Taken back in the meantime: the sign-in stands where it did.
    if (next?.__typename === 'SecondStepRequired') setProblem(t.over)
    const refusal = next && (await follow(next))
    if (refusal?.__typename === 'TooManyAttempts') setProblem(problemOf(refusal))
  }
  if (step.reEnrolmentAwaits.length > 0)
    return (
      <Callout title={t.waitingTitle}>
        {t.waiting({ networks: step.reEnrolmentAwaits.map(({ name }) => name) })}
      </Callout>
    )
  if (step.reEnrolmentFrom)
    return <Callout title={t.restingTitle}>{t.resting({ moment: moments.full(step.reEnrolmentFrom) })}</Callout>
  if (!step.reEnrolmentOffered) return problem ? <Callout isUrgent>{problem}</Callout> : null
  return (
    <div className="space-y-2">
      <Button isWide className="justify-start! text-start" isInert={isBusy} onClick={() => void goOn()}>
        <Icon name="person" className="text-muted" />
        {t.button}
      </Button>
      <p className="text-meta text-muted">{t.line}</p>
      <Callout tone="danger" isUrgent>
        {problem}
      </Callout>
      <FailureCallout failure={failure} />
    </div>
  )
}
