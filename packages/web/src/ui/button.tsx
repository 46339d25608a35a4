import type { ComponentProps } from 'react'
import { Link } from 'react-router'
import { classNames } from './class-names'

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger'

const shapes: Record<ButtonKind, string> = {
  primary:
    'border border-transparent bg-accent font-semibold text-on-accent hover:bg-[color-mix(in_srgb,var(--accent)_88%,var(--ink))] px-5',
  secondary: 'border border-line bg-surface font-semibold text-ink hover:bg-wash px-4',
  quiet: 'link',
  danger: 'border border-danger bg-surface font-semibold text-danger hover:bg-danger-soft px-4',
}

const base =
  'inline-flex min-h-11 min-w-11 items-center justify-center gap-2 rounded-control py-2 text-body ' +
  'text-center aria-disabled:opacity-60 aria-disabled:cursor-default'

type Props = ComponentProps<'button'> & {
  kind?: ButtonKind
  /** At work, or not yet to be pressed: keeps the focus and its place in the order, and does nothing. */
  isInert?: boolean
  isWide?: boolean
}

export function Button({ kind = 'secondary', isInert = false, isWide, className, onClick, type, ...rest }: Props) {
  return (
    <button
      {...rest}
      type={type ?? 'button'}
      aria-disabled={isInert || undefined}
      className={classNames(base, shapes[kind], isWide && 'w-full', className)}
      onClick={(event) => {
        if (isInert) event.preventDefault()
        else onClick?.(event)
      }}
    />
  )
}

type LinkProps = ComponentProps<typeof Link> & { kind?: ButtonKind; isWide?: boolean }

/** Goes somewhere, looks like a button. */
export function ButtonLink({ kind = 'secondary', isWide, className, ...rest }: LinkProps) {
  return <Link {...rest} className={classNames(base, shapes[kind], isWide && 'w-full', className)} />
}

type AnchorProps = ComponentProps<'a'> & { kind?: ButtonKind }

/** Leads out of the app, to a file for instance, and looks like a button. */
export function ButtonAnchor({ kind = 'secondary', className, ...rest }: AnchorProps) {
  return <a {...rest} className={classNames(base, shapes[kind], className)} />
}

/** A link that stands by itself, as tall as a finger needs. */
export function TextLink({ className, ...link }: ComponentProps<typeof Link>) {
  return <Link {...link} className={classNames('link inline-flex min-h-11 items-center', className)} />
}
