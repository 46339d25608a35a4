import { Fragment, type ReactNode } from 'react'

/** Parts of a page that was written down once: their place is what they are known by. */
export function InOrder<T>({ parts, children }: { parts: readonly T[]; children: (part: T) => ReactNode }) {
  return parts.map((part, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: they never change places
    <Fragment key={place}>{children(part)}</Fragment>
  ))
}
