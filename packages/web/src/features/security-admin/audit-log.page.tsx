import { durationText } from '@twinlock/shared/duration-text'
import { HOUR } from '@twinlock/shared/durations'
import { useDeferredValue, useState } from 'react'
import { useOpenedNetwork } from '../../steps/opened-network'
import { withQuery } from '../../steps/return-path'
import { useTexts } from '../../texts/use-texts'
import { serverNow } from '../../time/server-clock'
import { ButtonAnchor } from '../../ui/button'
import { FilterBar } from '../../ui/filter-bar'
import { Icon } from '../../ui/icon'
import { SearchField } from '../../ui/search-field'
import { Select } from '../../ui/select'
import { AuditEntries } from './audit-entries'
import { type EventGroup, eventGroups } from './event-groups'
import { SecurityTabs } from './security-tabs'

const PERIODS = [24, 168, 720]

/** What people, keys and the system did in this network, found by person, kind and time. */
export function AuditLogPage() {
  const t = useTexts('security').audit
  const { duration } = useTexts('common')
  const { id } = useOpenedNetwork()
  const [group, setGroup] = useState<EventGroup | ''>('')
  const [person, setPerson] = useState('')
  const [period, setPeriod] = useState<{ hours: string; from: string | null }>({ hours: '', from: null })
  const search = useDeferredValue({
    types: group === '' ? null : [...eventGroups[group]],
    person: person.trim() || null,
    from: period.from,
  })
  return (
    <>
      <SecurityTabs />
      <p className="text-muted">{t.line}</p>
      <FilterBar
        count={[group, period.hours].filter(Boolean).length}
        search={<SearchField label={t.person} value={person} onChange={setPerson} />}
        beside={
          <ButtonAnchor
            href={withQuery(`/networks/${id}/audit.csv`, { ...search, types: search.types?.join(',') })}
            download
            className="max-md:flex-auto"
          >
            <Icon name="download" />
            {t.download}
          </ButtonAnchor>
        }
      >
        <Select
          label={t.filter}
          isLabelHidden
          value={group}
          options={[
            { value: '', label: t.all },
            { value: 'requirement', label: t.requirement },
            { value: 'people', label: t.people },
            { value: 'policy', label: t.policy },
            { value: 'sso', label: t.sso },
            { value: 'integrations', label: t.integrations },
          ]}
          onChange={(value) => setGroup(value as EventGroup | '')}
        />
        <Select
          label={t.period}
          isLabelHidden
          value={period.hours}
          options={[
            { value: '', label: t.anyTime },
            ...PERIODS.map((hours) => ({
              value: String(hours),
              label: t.lately({ time: durationText(hours, duration) }),
            })),
          ]}
          onChange={(hours) =>
            setPeriod({ hours, from: hours ? new Date(serverNow() - Number(hours) * HOUR).toISOString() : null })
          }
        />
      </FilterBar>
      <div className="mt-2">
        <AuditEntries search={search} empty={Object.values(search).some(Boolean) ? t.none : t.empty} />
      </div>
    </>
  )
}
