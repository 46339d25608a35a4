import { useApolloClient } from '@apollo/client/react'
import { useCallback } from 'react'
import { useAct } from '../../api/use-act'
import { TextMessage } from '../../steps/text-message'
import { useSendCode } from '../../steps/use-send-code'
import { SEND_VERIFICATION_CODE, VERIFICATION_REQUEST } from './verification-documents'

/** The text that answers this one question. */
export function TextedCode({ id }: { id: string }) {
  const { run, isBusy, failure } = useAct(SEND_VERIFICATION_CODE)
  const sent = useSendCode()
  const { send: sendBy } = sent
  const client = useApolloClient()
  const send = useCallback(async () => {
    const outcome = await sendBy(async () => (await run({ id }))?.sendVerificationCode)
    // The page says that the question is over, and leads back.
    if (outcome === 'over') await client.refetchQueries({ include: [VERIFICATION_REQUEST] })
  }, [run, sendBy, id, client])
  return <TextMessage sent={sent} send={send} isBusy={isBusy} failure={failure} />
}
