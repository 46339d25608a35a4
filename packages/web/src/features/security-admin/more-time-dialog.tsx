import { useApolloClient } from '@apollo/client/react'
import { useState } from 'react'
import { TroubleCallout } from '../../api/trouble-callout'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { useTexts } from '../../texts/use-texts'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Field } from '../../ui/field'
import { Form } from '../../ui/form'
import { announce } from '../../ui/live-region'
import { GraceChoice } from './grace-choice'
import { ownTimeZone, useOpenedNetwork } from './use-opened-network'

const GIVE_MORE_TIME = graphql(`
  mutation GiveMoreTime($input: GiveMoreTimeInput!) {
    giveMoreTime(input: $input) {
      ... on MoreTimeGiven {
        members
        security {
          ...SecurityFields
        }
      }
      ... on InvalidInput {
        message
        fields {
          field
          message
        }
      }
    }
  }
`)

/** @param memberIds null: everybody who is left */
export function MoreTimeDialog({ memberIds, onClose }: { memberIds: string[] | null; onClose: () => void }) {
  const t = useTexts('security').moreTime
  const client = useApolloClient()
  const network = useOpenedNetwork()
  const { run, isBusy, trouble } = useAct(GIVE_MORE_TIME)
  const [hours, setHours] = useState(72)
  const [problem, setProblem] = useState<string>()
  const give = async (reason: string) => {
    if (reason.trim() === '') return setProblem(t.reasonMissing)
    const input = { networkId: network.id, memberIds, hours, reason, timeZone: ownTimeZone() }
    const answer = (await run({ input }))?.giveMoreTime
    if (answer?.__typename === 'InvalidInput') return setProblem(answer.message)
    if (answer?.__typename !== 'MoreTimeGiven') return
    announce(t.done(answer.members))
    onClose()
    await client.refetchQueries({ include: ['NetworkMembers'] })
  }
  return (
    <Dialog title={memberIds ? t.title(memberIds.length) : t.titleAll} onClose={onClose}>
      <Form onSubmit={({ reason = '' }) => void give(reason)} refusal={problem}>
        <p>{t.line}</p>
        <GraceChoice label={t.time} hours={hours} onChange={setHours} />
        <Field name="reason" label={t.reason} hint={t.reasonHint} error={problem} autoComplete="off" maxLength={200} />
        <TroubleCallout trouble={trouble} />
        <div className="flex flex-wrap justify-end gap-3">
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button type="submit" kind="primary" isInert={isBusy}>
            {t.button}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
