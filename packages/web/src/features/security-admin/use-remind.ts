import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import type { MemberFilterInput } from '../../generated/graphql'
import { useOpenedNetwork } from '../../steps/opened-network'
import { useTexts } from '../../texts/use-texts'
import { useServerNow } from '../../time/server-clock'
import { toast } from '../../ui/toast'

const REMIND_MEMBERS = graphql(`
  mutation RemindMembers($networkId: ID!, $memberIds: [ID!], $filter: MemberFilterInput) {
    remindMembers(networkId: $networkId, memberIds: $memberIds, filter: $filter) {
      ... on MembersReminded {
        reminded
      }
      ...InvalidFields
    }
  }
`)

/** Reminds members by email, and says how many were. Without ids or a filter: everyone who still has to act. */
export function useRemind() {
  const t = useTexts('security').state
  const { id: networkId } = useOpenedNetwork()
  const { run, isBusy, failure } = useAct(REMIND_MEMBERS)
  /** @returns whether it was done */
  const remind = async (whom: { memberIds?: string[]; filter?: MemberFilterInput }): Promise<boolean> => {
    const answer = await run({ networkId, ...whom })
    if (answer?.__typename !== 'MembersReminded') return false
    toast(t.reminded({ count: answer.reminded }))
    return true
  }
  return { remind, isBusy, failure }
}

/** The server mails one reminder in each hour of the clock. @returns from when on the next one is sent; null: at once */
export function useReminderCooldown(remindableFrom: string | null | undefined): string | null {
  const end = remindableFrom ?? null
  const now = useServerNow(1_000, end !== null)
  return end !== null && now < Date.parse(end) ? end : null
}
