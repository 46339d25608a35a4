import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { Icon, type IconName } from './icon'

export type CalloutTone = 'info' | 'good' | 'time' | 'danger'

const looks: Record<CalloutTone, { box: string; icon: IconName; ink: string }> = {
  info: { box: 'bg-wash border-hair', icon: 'info', ink: 'text-muted' },
  good: { box: 'bg-good-soft border-good/40', icon: 'check', ink: 'text-good' },
  time: { box: 'bg-time-soft border-time/40', icon: 'clock', ink: 'text-time' },
  danger: { box: 'bg-danger-soft border-danger/40', icon: 'warning', ink: 'text-danger' },
}

type Props = { tone?: CalloutTone; title?: string; isUrgent?: boolean; children?: ReactNode }

/**
 * Nothing where there is nothing to say.
 * @param isUrgent it appeared because of what the person just did: read out at once
 */
export function Callout({ tone = 'info', title, isUrgent = false, children }: Props) {
  if (!title && !children) return null
  const look = looks[tone]
  return (
    <div
      role={isUrgent ? 'alert' : undefined}
      className={classNames('flex gap-3 rounded-control border p-4', look.box)}
    >
      <Icon name={look.icon} className={classNames('mt-0.5', look.ink)} />
      <div className="min-w-0 flex-1 space-y-1">
        {title ? <p className="font-semibold">{title}</p> : null}
        {children}
      </div>
    </div>
  )
}
