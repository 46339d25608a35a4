import { useDeferredValue, useState } from 'react'
import { FailureCallout } from '../../api/failure-callout'
import { PagedList } from '../../api/paged-list'
import { useOpenedNetwork } from '../../steps/opened-network'
import { useNumber } from '../../texts/use-number'
import { useTexts } from '../../texts/use-texts'
import { Button, ButtonAnchor } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { MembersFilter } from './members-filter'
import { MembersTable } from './members-table'
import { type MemberSelection, MoreTimeDialog } from './more-time-dialog'
import { fileOf, filterInput, type MemberFilter, type ShownMembers, useMembers } from './use-members'
import { useRemind } from './use-remind'

type Props = {
  isRequired: boolean
  shown: ShownMembers | null
  onShow: (shown: ShownMembers | null) => void
}

/** Every member of the network against the requirement: find, choose, remind, give more time, export. */
export function MembersSection({ isRequired, shown, onShow }: Props) {
  const t = useTexts('security')
  const network = useOpenedNetwork()
  const [rest, setRest] = useState<Omit<MemberFilter, 'shown'>>({
    search: '',
    role: null,
    method: null,
    signedIn: null,
    order: 'STATUS',
  })
  const filter: MemberFilter = { ...rest, shown }
  const count = useNumber()
  const list = useMembers(network.slug, useDeferredValue(filter))
  const members = list.page?.edges.map(({ node }) => node) ?? []
  const totalCount = list.page?.totalCount ?? 0
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [givenTime, setGivenTime] = useState<MemberSelection | null>(null)
  const reminding = useRemind()
  // Every member that the filter shows, on later pages too; another filter, another choice.
  const [allOf, setAllOf] = useState<string | null>(null)
  const isAll = allOf === JSON.stringify(filter)
  const canChooseAll = isRequired && chosen.size > 0 && !isAll && totalCount > members.length
  const whom = isAll ? { filter: filterInput(filter) } : { memberIds: [...chosen] }
  const clear = () => {
    setChosen(new Set())
    setAllOf(null)
  }
  const remind = async (whom: Parameters<typeof reminding.remind>[0]) => {
    if (!(await reminding.remind(whom))) return
    clear()
    await list.refetch()
  }
  return (
    <section aria-labelledby="members-title">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="members-title" className="text-section">
          {t.members.title} {list.page ? <span className="font-normal text-muted">{count(totalCount)}</span> : null}
        </h2>
        <ButtonAnchor href={fileOf(network.id, filter, null)} download>
          <Icon name="download" />
          {t.members.export}
        </ButtonAnchor>
      </div>
      <MembersFilter
        filter={filter}
        isRequired={isRequired}
        onChange={({ shown: next, ...others }) => {
          onShow(next)
          setRest(others)
        }}
      />
      <PagedList list={list} none={members.length === 0 ? t.members.none : null} more={t.members.more}>
        <MembersTable
          members={members}
          canChoose={isRequired}
          chosen={chosen}
          onChoose={(next) => {
            setAllOf(null)
            setChosen(next)
          }}
          order={filter.order}
          onOrder={(order) => setRest({ ...rest, order })}
          onRemind={({ id }) => void remind({ memberIds: [id] })}
          onMoreTime={({ id }) => setGivenTime({ memberIds: [id] })}
        />
      </PagedList>
      {canChooseAll ? (
        <Button kind="quiet" onClick={() => setAllOf(JSON.stringify(filter))}>
          {t.members.selectMatching({ count: totalCount })}
        </Button>
      ) : null}
      {chosen.size > 0 ? (
        <div className="sticky bottom-4 z-[1] mt-4 flex w-fit flex-wrap items-center gap-2 rounded-card border border-line bg-surface py-2 ps-4 pe-2 shadow-lg max-md:bottom-18">
          <span role="status" className="font-semibold">
            {t.members.selected({ count: isAll ? totalCount : chosen.size })}
          </span>
          <Button isInert={reminding.isBusy} onClick={() => void remind(whom)}>
            {isAll ? t.members.remindMatching : t.members.remind({ count: chosen.size })}
          </Button>
          <Button onClick={() => setGivenTime(whom)}>{t.members.moreTime}</Button>
          <ButtonAnchor href={fileOf(network.id, filter, isAll ? null : chosen)} download>
            {t.members.exportChosen({ count: isAll ? totalCount : chosen.size })}
          </ButtonAnchor>
          <button
            type="button"
            aria-label={t.members.clear}
            title={t.members.clear}
            onClick={clear}
            className="grid size-11 place-items-center rounded-control text-muted hover:bg-wash hover:text-ink"
          >
            <Icon name="close" />
          </button>
        </div>
      ) : null}
      <FailureCallout failure={reminding.failure} />
      {givenTime ? (
        <MoreTimeDialog
          whom={givenTime}
          onClose={() => {
            setGivenTime(null)
            clear()
          }}
        />
      ) : null}
    </section>
  )
}
