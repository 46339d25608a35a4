import { Popover } from 'radix-ui'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useTexts } from '../texts/use-texts'
import { classNames } from './class-names'
import { inputLook } from './field'
import { Icon } from './icon'
import { type Country, type CountryCode, findCountries } from './phone-number'

type Props = {
  countries: readonly Country[]
  chosen: CountryCode | undefined
  onChoose: (country: CountryCode) => void
}

export function CountryPicker({ countries, chosen, onChoose }: Props) {
  const t = useTexts('common').country
  const [isOpen, setOpen] = useState(false)
  const country = countries.find((one) => one.code === chosen)
  return (
    <Popover.Root open={isOpen} onOpenChange={setOpen}>
      <Popover.Trigger
        aria-label={country ? t.chosen({ name: country.name, callingCode: country.callingCode }) : t.choose}
        className="flex min-h-12 shrink-0 items-center gap-2 rounded-control border border-line bg-surface px-3 hover:bg-wash"
      >
        <span className="font-semibold">{country?.code ?? '–'}</span>
        <span className="text-muted tabular-nums">{country?.callingCode}</span>
        <Icon name="chevron" className="text-muted" />
      </Popover.Trigger>
      <Popover.Content
        align="start"
        sideOffset={8}
        collisionPadding={8}
        aria-label={t.choose}
        className="fade-in z-10 w-[min(22rem,calc(100vw-1rem))] rounded-control border border-line bg-surface p-2"
      >
        <CountrySearch
          countries={countries}
          chosen={chosen}
          onChoose={(code) => {
            onChoose(code)
            setOpen(false)
          }}
        />
      </Popover.Content>
    </Popover.Root>
  )
}

/** The combobox of the ARIA practices: the focus stays in the search while the arrows walk the list. */
function CountrySearch({ countries, chosen, onChoose }: Props) {
  const t = useTexts('common').country
  const listId = useId()
  const list = useRef<HTMLDivElement>(null)
  const [search, setSearch] = useState('')
  const found = findCountries(countries, search)
  const [activeCode, setActiveCode] = useState<CountryCode | undefined>(chosen)
  const active = found.find((country) => country.code === activeCode) ?? found[0]

  useEffect(() => {
    // The chosen one in the middle of the list, and nothing else of the page moved for it.
    const option = list.current?.querySelector<HTMLElement>('[aria-selected="true"]')
    if (list.current && option)
      list.current.scrollTop = option.offsetTop - (list.current.clientHeight - option.clientHeight) / 2
  }, [])

  const move = (by: number) => {
    const at = active ? found.indexOf(active) : 0
    const next = found[(at + by + found.length) % found.length]
    if (!next) return
    setActiveCode(next.code)
    list.current?.querySelector(`[data-code="${next.code}"]`)?.scrollIntoView({ block: 'nearest' })
  }
  const act = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') move(event.key === 'ArrowDown' ? 1 : -1)
    else if (event.key === 'Enter' && active) onChoose(active.code)
    else return
    event.preventDefault()
  }
  return (
    <>
      <input
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={active ? `${listId}-${active.code}` : undefined}
        aria-label={t.search}
        placeholder={t.search}
        autoComplete="off"
        value={search}
        onChange={(event) => {
          setSearch(event.target.value)
          setActiveCode(undefined)
        }}
        onKeyDown={act}
        className={inputLook}
      />
      <div
        ref={list}
        id={listId}
        role="listbox"
        tabIndex={-1}
        aria-label={t.choose}
        className="relative mt-2 max-h-64 overflow-y-auto"
      >
        {found.map((country) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox above takes the keys for the whole list
          <div
            key={country.code}
            id={`${listId}-${country.code}`}
            data-code={country.code}
            role="option"
            tabIndex={-1}
            aria-selected={country.code === chosen}
            onClick={() => onChoose(country.code)}
            className={classNames(
              'flex min-h-11 items-center justify-between gap-4 rounded-control px-3 hover:bg-wash',
              country === active && 'bg-accent-soft outline-2 -outline-offset-2 outline-accent',
            )}
          >
            <span>{country.name}</span>
            <span className="text-muted tabular-nums">{country.callingCode}</span>
          </div>
        ))}
      </div>
      <p role="status" className="px-3 py-2 text-meta text-muted">
        {found.length === 0 ? t.none : t.found({ count: found.length })}
      </p>
    </>
  )
}
