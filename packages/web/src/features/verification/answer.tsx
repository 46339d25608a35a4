import { useApolloClient } from '@apollo/client/react'
import type { SecondStepMethod } from '@twinlock/shared/vocabulary'
import { type ReactNode, useEffect, useRef } from 'react'
import { useSearchParams } from 'react-router'
import { FailureCallout } from '../../api/failure-callout'
import { useAct } from '../../api/use-act'
import { SecondStep } from '../../steps/second-step'
import { useCodeProblem } from '../../steps/use-code-problem'
import { useTexts } from '../../texts/use-texts'
import { useMoments } from '../../time/use-moments'
import { Button } from '../../ui/button'
import {
  ANSWER_BY_PROVIDER,
  ANSWER_VERIFICATION,
  type Answered,
  type Asked,
  BEGIN_PASSKEY_VERIFICATION,
  DECLINE_VERIFICATION,
  SEND_VERIFICATION_CODE,
  VERIFICATION_REQUEST,
} from './verification-documents'

type Props = { asked: Asked; onEnd: (answered: Answered) => void }

/** The second step, by whatever way they have, and the way to say that it was another person. */
export function Answer({ asked, onEnd }: Props) {
  const t = useTexts('verification')
  const moments = useMoments()
  const decline = useAct(DECLINE_VERIFICATION)
  const sayNo = async () => {
    const answer = await decline.run({ id: asked.id })
    if (answer) onEnd(answer)
  }
  return (
    <div className="space-y-5">
      {asked.providerUrl ? (
        <ByProvider asked={asked} providerUrl={asked.providerUrl} onEnd={onEnd} />
      ) : (
        <ByCode asked={asked} onEnd={onEnd} />
      )}
      <FailureCallout failure={decline.failure} />
      <div className="border-t border-hair pt-4">
        <p className="mb-3 text-meta text-muted">{t.notMeLine}</p>
        <Button kind="danger" isWide isInert={decline.isBusy} onClick={() => void sayNo()}>
          {t.notMe}
        </Button>
      </div>
      <p className="text-meta text-muted">{t.until({ moment: moments.soon(asked.expiresAt) })}</p>
    </div>
  )
}

function ByCode({ asked, onEnd }: Props) {
  const t = useTexts('verification')
  const client = useApolloClient()
  const problemOf = useCodeProblem()
  const { run, failure } = useAct(ANSWER_VERIFICATION)
  const confirm = async (code: string, way: SecondStepMethod): Promise<ReactNode> => {
    const answer = await run({ input: { id: asked.id, method: way, code } })
    if (answer?.__typename !== 'VerificationEnded') return problemOf(answer, way === 'PASSKEY')
    onEnd(answer)
    return undefined
  }
  return (
    // A passkey waits for the press of a button, since what is asked is read first.
    <SecondStep
      methods={asked.methods}
      phone={asked.maskedPhoneNumber}
      requests={{ beginPasskey: BEGIN_PASSKEY_VERIFICATION, sendText: SEND_VERIFICATION_CODE, of: { id: asked.id } }}
      submitLabel={t.button}
      onCode={confirm}
      failure={failure}
      text={{
        sendsItself: true,
        // The page says that the question is over, and leads back.
        onAnswer: ({ __typename }) =>
          __typename === 'SignInExpired' && client.refetchQueries({ include: [VERIFICATION_REQUEST] }),
      }}
    />
  )
}

/** A user who has just been there comes back with fresh evidence of the provider: then nothing more is asked. */
function ByProvider({ asked, providerUrl, onEnd }: Props & { providerUrl: string }) {
  const t = useTexts('verification')
  const { run, failure } = useAct(ANSWER_BY_PROVIDER, { isConfirmation: true })
  const hasTried = useRef(false)
  const wasThere = useSearchParams()[0].has('back')
  useEffect(() => {
    if (hasTried.current || !wasThere) return
    hasTried.current = true
    void run({ id: asked.id }).then((answer) => {
      if (answer?.__typename === 'VerificationEnded') onEnd(answer)
    })
  }, [asked.id, run, onEnd, wasThere])
  return (
    <>
      <p className="text-muted">{t.providerLine}</p>
      <FailureCallout failure={failure} />
      <Button kind="primary" isWide onClick={() => window.location.assign(providerUrl)}>
        {t.provider}
      </Button>
    </>
  )
}
