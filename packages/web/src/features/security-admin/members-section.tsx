import { useDeferredValue, useState } from 'react'
import { troubleOf } from '../../api/trouble'
import { TroubleCallout } from '../../api/trouble-callout'
import { useAct } from '../../api/use-act'
import { useOpenedNetwork } from '../../steps/opened-network'
import { useTexts } from '../../texts/use-texts'
import { Button } from '../../ui/button'
import { announce } from '../../ui/live-region'
import { Skeleton } from '../../ui/skeleton'
import { REMIND_MEMBERS } from './mandate-state'
import { MembersFilter } from './members-filter'
import { MembersTable } from './members-table'
import { MoreTimeDialog } from './more-time-dialog'
import { fileOf, type MemberFilter, type ShownMembers, useMembers } from './use-members'

type Props = {
  isRequired: boolean
  shown: ShownMembers | null
  onShow: (shown: ShownMembers | null) => void
}

/** Everybody in the network against the requirement: find, choose, remind, give more time, export. */
export function MembersSection({ isRequired, shown, onShow }: Props) {
  const t = useTexts('security')
  const network = useOpenedNetwork()
  const [rest, setRest] = useState<Omit<MemberFilter, 'shown'>>({
    search: '',
    role: null,
    method: null,
    order: 'STATUS',
  })
  const filter: MemberFilter = { ...rest, shown }
  const { members, totalCount, hasMore, isLoading, error, more, refetch } = useMembers(
    network.slug,
    useDeferredValue(filter),
  )
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [isGivingTime, setGivingTime] = useState(false)
  const reminding = useAct(REMIND_MEMBERS)
  const remind = async () => {
    const answer = (await reminding.run({ networkId: network.id, memberIds: [...chosen] }))?.remindMembers
    if (answer?.__typename !== 'MembersReminded') return
    announce(t.state.reminded({ count: answer.reminded }))
    setChosen(new Set())
    await refetch()
  }
  return (
    <section aria-labelledby="members-title">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="members-title" className="text-section">
          {t.members.title} <span className="font-normal text-muted">{totalCount.toLocaleString()}</span>
        </h2>
        <a className="link inline-flex min-h-11 items-center" href={fileOf(network.id, filter, null)} download>
          {t.members.export}
        </a>
      </div>
      <MembersFilter
        filter={filter}
        isRequired={isRequired}
        onChange={({ shown: next, ...others }) => {
          onShow(next)
          setRest(others)
        }}
      />
      {error ? <TroubleCallout trouble={troubleOf(error)} onRetry={() => void refetch()} /> : null}
      {members ? (
        <MembersTable members={members} canChoose={isRequired} chosen={chosen} onChoose={setChosen} />
      ) : error ? null : (
        <Skeleton lines={6} />
      )}
      <p role="status" className="py-2 text-muted">
        {members?.length === 0 && !isLoading ? t.members.none : null}
      </p>
      {hasMore ? (
        <Button isInert={isLoading} onClick={() => void more()}>
          {t.members.more}
        </Button>
      ) : null}
      {chosen.size > 0 ? (
        <div className="sticky bottom-4 mt-4 flex flex-wrap items-center gap-3 rounded-card border border-line bg-surface p-3 shadow-lg">
          <span role="status" className="font-semibold">
            {t.members.selected({ count: chosen.size })}
          </span>
          <Button isInert={reminding.isBusy} onClick={() => void remind()}>
            {t.members.remind({ count: chosen.size })}
          </Button>
          <Button onClick={() => setGivingTime(true)}>{t.members.moreTime}</Button>
          <a className="link inline-flex min-h-11 items-center" href={fileOf(network.id, filter, chosen)} download>
            {t.members.exportChosen({ count: chosen.size })}
          </a>
          <Button kind="quiet" onClick={() => setChosen(new Set())}>
            {t.members.clear}
          </Button>
          <TroubleCallout trouble={reminding.trouble} />
        </div>
      ) : null}
      {isGivingTime ? (
        <MoreTimeDialog
          memberIds={[...chosen]}
          onClose={() => {
            setGivingTime(false)
            setChosen(new Set())
          }}
        />
      ) : null}
    </section>
  )
}
