import { HOUR } from '@twinlock/shared/durations'
import { limits } from '@twinlock/shared/limits'
import { isVisible } from '@twinlock/shared/typed-text'
import { useState } from 'react'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import type { MemberFilterInput } from '../../generated/graphql'
import { FormDialog } from '../../steps/form-dialog'
import { useOpenedNetwork } from '../../steps/opened-network'
import { useFieldProblems } from '../../steps/use-field-problems'
import { useTexts } from '../../texts/use-texts'
import { useServerNow } from '../../time/server-clock'
import { ownTimeZone } from '../../time/use-moments'
import { Callout } from '../../ui/callout'
import { Field } from '../../ui/field'
import { toast } from '../../ui/toast'
import { type Deadline, DeadlineChoice } from './deadline-choice'
import { UntilLine } from './until-line'

const GIVE_MORE_TIME = graphql(`
  mutation GiveMoreTime($input: GiveMoreTimeInput!) {
    giveMoreTime(input: $input) {
      ... on MoreTimeGiven {
        members
        security {
          ...SecurityFields
        }
      }
      ...InvalidFields
    }
  }
`)

const inputs = ['reason', 'until']

/** Some, by their ids or as a filter finds them; without ids, all remaining members. */
export type MemberSelection = { memberIds: string[] | null } | { filter: MemberFilterInput }

export function MoreTimeDialog({ whom, onClose }: { whom: MemberSelection; onClose: () => void }) {
  const t = useTexts('security').moreTime
  const network = useOpenedNetwork()
  const { run, ...act } = useAct(GIVE_MORE_TIME, { refetch: ['NetworkMembers'] })
  const [chosen, setChosen] = useState<Deadline>({ hours: 72, until: null })
  const now = useServerNow(10_000)
  const title = !('memberIds' in whom)
    ? t.titleMatching
    : whom.memberIds
      ? t.title({ count: whom.memberIds.length })
      : t.titleAll
  const { problems, refuse } = useFieldProblems()
  // What no input here could fix: nothing is required any more, or a member has left.
  const rest = Object.keys(problems ?? {}).filter((field) => !inputs.includes(field))
  const give = async (reason: string) => {
    if (!isVisible(reason)) return refuse({ reason: t.reasonMissing })
    const moreTime = chosen.until ? { until: chosen.until } : { hours: chosen.hours }
    const input = { networkId: network.id, ...whom, ...moreTime, reason, timeZone: ownTimeZone() }
    const answer = await run({ input })
    if (answer?.__typename === 'InvalidInput') return refuse(answer.fields)
    if (answer?.__typename !== 'MoreTimeGiven') return
    toast(t.done({ count: answer.members }))
    onClose()
  }
  return (
    <FormDialog
      {...act}
      title={title}
      onClose={onClose}
      act={t.button}
      onAct={({ reason = '' }) => void give(reason)}
      problems={problems}
    >
      <p>{t.line}</p>
      <DeadlineChoice label={t.time} chosen={chosen} onChange={setChosen} error={problems?.until} />
      <UntilLine until={chosen.until ?? new Date(now + chosen.hours * HOUR).toISOString()} />
      <Field name="reason" label={t.reason} hint={t.reasonHint} maxLength={limits.adminReasonLength} />
      {rest.map((field) => (
        <Callout key={field} tone="danger" isUrgent>
          {problems?.[field]}
        </Callout>
      ))}
    </FormDialog>
  )
}
