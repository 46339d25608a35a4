import { directionOf } from '@twinlock/shared/locales'
import { DropdownMenu } from 'radix-ui'
import type { ReactNode } from 'react'
import { useLanguage } from '../texts/use-texts'
import { classNames } from './class-names'
import { Icon } from './icon'

export type MenuItem = {
  label: string
  /** A second line, smaller. */
  detail?: string
  /** Where the person is already. */
  isCurrent?: boolean
  /** Not now; the detail says when. */
  isInert?: boolean
  /** Choosing it loses something. */
  isLoss?: boolean
  onSelect: () => void
}
type Props = {
  label: string
  /** What stands on the button; without, three dots. */
  trigger?: ReactNode
  header?: ReactNode
  items: readonly MenuItem[]
}

/**
 * Stays inside its landmark. Not modal: a modal one would lock the page's scrolling by a style element, which our
 * content policy refuses.
 */
export function Menu({ label, trigger, header, items }: Props) {
  const language = useLanguage()
  return (
    <DropdownMenu.Root modal={false} dir={directionOf(language)}>
      <DropdownMenu.Trigger
        aria-label={label}
        className={classNames(
          'flex min-h-11 min-w-11 items-center gap-2 rounded-control hover:bg-wash data-[state=open]:bg-wash',
          trigger ? 'px-3' : 'justify-center text-muted hover:text-ink',
        )}
      >
        {trigger ?? <Icon name="more" className="[stroke-width:3]" />}
        {trigger ? <Icon name="chevron" className="text-muted" /> : null}
      </DropdownMenu.Trigger>
      <DropdownMenu.Content
        align="end"
        sideOffset={4}
        collisionPadding={8}
        className="fade-in z-20 min-w-56 max-w-[calc(100vw-1rem)] rounded-control border border-hair bg-surface p-1.5 text-start whitespace-normal shadow-lg"
      >
        {header ? (
          <DropdownMenu.Label className="mb-1 border-b border-hair px-3 pt-1.5 pb-3">{header}</DropdownMenu.Label>
        ) : null}
        {items.map((item) => (
          <DropdownMenu.Item
            key={item.label}
            onSelect={item.onSelect}
            disabled={item.isInert ?? false}
            aria-current={item.isCurrent || undefined}
            className={classNames(
              'flex min-h-11 cursor-pointer items-center gap-3 rounded-[6px] px-3 py-1 data-highlighted:bg-wash data-disabled:cursor-default data-disabled:text-muted',
              item.isLoss && 'text-danger',
            )}
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
