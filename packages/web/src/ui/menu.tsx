import { DropdownMenu } from 'radix-ui'
import type { ReactNode } from 'react'
import { Icon } from './icon'

type Item = {
  label: string
  /** A second line, smaller. */
  detail?: string
  /** Where the person is already. */
  isCurrent?: boolean
  onSelect: () => void
}
type Props = { label: string; trigger: ReactNode; header?: ReactNode; items: readonly Item[] }

/**
 * Stays inside its landmark. Not modal: a modal one would lock the page's scrolling by a style element, which our
 * content policy refuses.
 */
export function Menu({ label, trigger, header, items }: Props) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger
        aria-label={label}
        className="flex min-h-11 min-w-11 items-center gap-2 rounded-control px-3 hover:bg-wash"
      >
        {trigger}
        <Icon name="chevron" className="text-muted" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Content
        align="end"
        sideOffset={8}
        collisionPadding={8}
        className="fade-in z-10 min-w-56 max-w-[calc(100vw-1rem)] rounded-control border border-hair bg-surface p-2"
      >
        {header ? (
          <DropdownMenu.Label className="border-b border-hair px-3 pt-1 pb-3">{header}</DropdownMenu.Label>
        ) : null}
        {items.map((item) => (
          <DropdownMenu.Item
            key={item.label}
            onSelect={item.onSelect}
            aria-current={item.isCurrent || undefined}
            className="flex min-h-11 cursor-pointer items-center gap-3 rounded-control px-3 py-1 data-highlighted:bg-wash"
          >
            <span className="min-w-0 flex-1">
              <span className="block truncate">{item.label}</span>
              {item.detail ? <span className="block text-meta text-muted">{item.detail}</span> : null}
            </span>
            {item.isCurrent ? <Icon name="check" className="text-accent" /> : null}
          </DropdownMenu.Item>
        ))}
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  )
}
