import { FailureCallout } from '../../api/failure-callout'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { useOpenedNetwork } from '../../steps/opened-network'
import { useTexts } from '../../texts/use-texts'
import { ownTimeZone } from '../../time/use-moments'
import { Button } from '../../ui/button'
import { toast } from '../../ui/toast'
import type { Deadline } from './deadline-choice'

const SEND_ME = graphql(`
  mutation SendMandateMailToMe($networkId: ID!, $graceHours: Int!, $deadline: DateTime, $timeZone: String) {
    sendMandateMailToMe(networkId: $networkId, graceHours: $graceHours, deadline: $deadline, timeZone: $timeZone)
  }
`)

/** A preview of the mail before every member gets it. */
export function MailMeButton({ chosen }: { chosen: Deadline }) {
  const t = useTexts('security').planner
  const network = useOpenedNetwork()
  const { run, isBusy, failure } = useAct(SEND_ME)
  const send = async () => {
    const email = await run({
      networkId: network.id,
      graceHours: chosen.hours,
      deadline: chosen.until,
      timeZone: ownTimeZone(),
    })
    if (email) toast(t.mailedMe({ email }))
  }
  return (
    <>
      <Button kind="quiet" isInert={isBusy} onClick={() => void send()}>
        {t.mailMe}
      </Button>
      <FailureCallout failure={failure} />
    </>
  )
}
