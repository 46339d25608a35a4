import type { ComponentProps } from 'react'
import { Link } from 'react-router'
import { classNames } from './class-names'

/** A link that stands by itself, as tall as a finger needs. */
export function TextLink({ className, ...link }: ComponentProps<typeof Link>) {
  return <Link {...link} className={classNames('link inline-flex min-h-11 items-center', className)} />
}
