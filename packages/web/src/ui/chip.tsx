import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { Icon, type IconName } from './icon'

export type ChipTone = 'good' | 'company' | 'time' | 'late' | 'plain'

const looks: Record<ChipTone, { box: string; icon: IconName }> = {
  good: { box: 'bg-good-soft text-good', icon: 'check' },
  company: { box: 'bg-sso-soft text-sso', icon: 'building' },
  time: { box: 'bg-time-soft text-time', icon: 'clock' },
  late: { box: 'bg-time text-surface', icon: 'warning' },
  plain: { box: 'bg-wash text-muted', icon: 'info' },
}

/** A state: a short text on its color, beside an icon that says the same. */
export function Chip({ tone, icon, children }: { tone: ChipTone; icon?: IconName; children: ReactNode }) {
  const look = looks[tone]
  return (
    <span
      className={classNames(
        'inline-flex min-h-7 align-middle items-center gap-1.5 rounded-full py-0.5 ps-2 pe-2.5 text-meta font-medium whitespace-nowrap',
        look.box,
      )}
    >
      <Icon name={icon ?? look.icon} className="size-4" />
      {children}
    </span>
  )
}
