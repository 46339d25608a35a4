import { HOUR } from '@twinlock/shared/durations'
import { limits } from '@twinlock/shared/limits'
import { isVisible } from '@twinlock/shared/typed-text'
import { useState } from 'react'
import { graphql } from '../../generated/gql'
import type { MemberFilterInput } from '../../generated/graphql'
import { FormDialog } from '../../steps/form-dialog'
import { useOpenedNetwork } from '../../steps/opened-network'
import { useChange } from '../../steps/use-change'
import { useTexts } from '../../texts/use-texts'
import { useServerNow } from '../../time/server-clock'
import { ownTimeZone } from '../../time/use-moments'
import { Field } from '../../ui/field'
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

/** Some, by their ids or as a filter finds them; without ids, all remaining members. */
export type MemberSelection = { memberIds: string[] | null } | { filter: MemberFilterInput }

export function MoreTimeDialog({ whom, onClose }: { whom: MemberSelection; onClose: () => void }) {
  const t = useTexts('security').moreTime
  const network = useOpenedNetwork()
  const { change, refuse, ...dialog } = useChange(GIVE_MORE_TIME, {
    onClose,
    done: 'MoreTimeGiven',
    // Other refusals are at no input: nothing is required any more, or a member has left.
    fields: ['reason', 'until'],
    refetch: ['NetworkMembers'],
  })
  const [chosen, setChosen] = useState<Deadline>({ hours: 72, until: null })
  const now = useServerNow(10_000)
  const title = !('memberIds' in whom)
    ? t.titleMatching
    : whom.memberIds
      ? t.title({ count: whom.memberIds.length })
      : t.titleAll
  const give = (reason: string) => {
    if (refuse(isVisible(reason) ? {} : { reason: t.reasonMissing })) return
    const moreTime = chosen.until ? { until: chosen.until } : { hours: chosen.hours }
    const input = { networkId: network.id, ...whom, ...moreTime, reason, timeZone: ownTimeZone() }
    void change({ input }, ({ members }) => t.done({ count: members }))
  }
  return (
    <FormDialog {...dialog} title={title} submitLabel={t.button} onSubmit={({ reason = '' }) => give(reason)}>
      <p>{t.line}</p>
      <DeadlineChoice label={t.time} chosen={chosen} onChange={setChosen} error={dialog.problems?.until} />
      <UntilLine until={chosen.until ?? new Date(now + chosen.hours * HOUR).toISOString()} />
      <Field name="reason" label={t.reason} hint={t.reasonHint} maxLength={limits.adminReasonLength} />
    </FormDialog>
  )
}
