import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { Icon, type IconName } from './icon'

type Props = {
  name: string
  value: string
  title: string
  icon: IconName
  /** A word on it, such as "Recommended". */
  tag?: string | undefined
  children: ReactNode
  isChecked: boolean
  /** A message that says why it cannot be chosen. */
  barredBecause?: string | undefined
  onChoose: () => void
}

/** One of a few ways, with what it needs. A barred one stays and says why. */
export function RadioCard({ name, value, title, icon, tag, children, isChecked, barredBecause, onChoose }: Props) {
  const isBarred = barredBecause !== undefined
  return (
    <label
      className={classNames(
        'flex gap-4 rounded-control border p-4 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent',
        isChecked ? 'border-accent bg-accent-soft ring-1 ring-accent' : 'border-line',
        isBarred ? 'border-dashed bg-wash text-muted' : 'cursor-pointer hover:bg-wash',
      )}
    >
      <Icon name={icon} className={classNames('mt-0.5 size-6', isChecked ? 'text-accent' : 'text-muted')} />
      <span className="min-w-0 flex-1">
        <span className="flex flex-wrap items-center gap-x-2">
          <span className="font-semibold">{title}</span>
          {tag ? (
            <span className="rounded-full bg-accent px-2 text-[0.8125rem] leading-5 font-medium text-on-accent">
              {tag}
            </span>
          ) : null}
        </span>
        <span className="block text-meta text-muted">{children}</span>
        {isBarred ? <span className="mt-1 block text-meta text-ink">{barredBecause}</span> : null}
      </span>
      <input
        type="radio"
        name={name}
        value={value}
        checked={isChecked}
        disabled={isBarred}
        onChange={onChoose}
        className="mt-1 size-5 shrink-0 accent-accent outline-none"
      />
    </label>
  )
}
