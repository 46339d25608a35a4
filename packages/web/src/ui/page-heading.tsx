import { useEffect, useRef } from 'react'
import { productName } from '../texts/product'
import { useIsAside } from './retained-page'

type Props = {
  children: string
  /** Before the heading in the document's title: "Step 2 of 4". */
  step?: string | undefined
  /** What of the page this is, before its heading in the document's title: "Settings". */
  part?: string | undefined
  /** The page gives the focus to its first field instead. */
  isQuiet?: boolean
  className?: string
}

/** The one heading of a page or step: names the document, and takes the focus when one arrives. */
export function PageHeading({ children, step, part, isQuiet = false, className }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  const isAside = useIsAside()
  useEffect(() => {
    if (!isAside) document.title = `${step ? `${step}: ` : ''}${part ? `${part} · ` : ''}${children} · ${productName()}`
  }, [children, step, part, isAside])
  useEffect(() => {
    if (isAside) return
    // A page that arrives late must not take the focus out of a menu opened meanwhile: that would close it.
    const isMenuOpen = document.querySelector('[role="menu"]') !== null
    if (!isQuiet && !isMenuOpen) heading.current?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }, [isQuiet, isAside])
  return (
    <h1 ref={heading} tabIndex={-1} className={className ?? 'text-title'}>
      {children}
    </h1>
  )
}
