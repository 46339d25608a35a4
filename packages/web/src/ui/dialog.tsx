import { type ReactNode, useEffect, useId, useRef } from 'react'
import { createPortal } from 'react-dom'
import { useTexts } from '../texts/use-texts'
import { classNames } from './class-names'
import { Icon } from './icon'
import { useIsAside } from './retained-page'

type Props = {
  title: string
  onClose: () => void
  /** For what needs more room than a question does. */
  isWide?: boolean
  children: ReactNode
}

/**
 * The browser's own dialog: it holds the focus, makes the page behind inert, gives the focus back, and needs no style
 * element, which our content policy refuses (the usual libraries write one to lock the scrolling).
 */
export function Dialog({ title, onClose, isWide = false, children }: Props) {
  const t = useTexts('common').dialog
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const isAside = useIsAside()
  useEffect(() => {
    if (isAside) return
    const element = dialog.current
    const opener = document.activeElement
    element?.showModal()
    // Otherwise the focus would lie on the button that closes it.
    const control = element?.querySelector<HTMLElement>('form :is(input:not([hidden]), button)')
    // Of a group of choices, the one that is chosen.
    const chosen =
      control instanceof HTMLInputElement && control.type === 'radio'
        ? element?.querySelector<HTMLElement>(`input[name="${control.name}"]:checked`)
        : null
    const first = chosen ?? control ?? element?.querySelector<HTMLElement>('h2')
    first?.focus()
    // What stands above a control is read before it: a long text opens at its beginning.
    const text = element?.lastElementChild
    if (text && text.scrollTop > 0) {
      element?.querySelector<HTMLElement>('h2')?.focus()
      text.scrollTop = 0
    }
    return () => {
      element?.close()
      // A dialog that leaves the page before it closed does not give the focus back by itself.
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus()
    }
  }, [isAside])
  // At the end of the body: what stands around the act that opened it must not dress it.
  return createPortal(
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      className={classNames(
        'fade-in max-h-[calc(100dvh-2rem)] flex-col rounded-card border border-hair bg-surface text-ink shadow-2xl backdrop:bg-black/50 open:flex',
        isWide ? 'w-[min(38rem,calc(100vw-2rem))]' : 'w-[min(28rem,calc(100vw-2rem))]',
      )}
    >
      <div className="flex shrink-0 items-start justify-between gap-4 px-6 pt-6 pb-4">
        <h2 id={titleId} tabIndex={-1} className="text-section">
          {title}
        </h2>
        <button
          type="button"
          aria-label={t.close}
          onClick={onClose}
          className="-m-2 grid size-11 shrink-0 place-items-center rounded-control text-muted hover:bg-wash"
        >
          <Icon name="close" />
        </button>
      </div>
      {/* Scrolls between its title and the buttons, which are always in sight. */}
      <div className="min-h-0 scroll-pb-24 overflow-y-auto px-6 pb-6">{children}</div>
    </dialog>,
    document.body,
  )
}
