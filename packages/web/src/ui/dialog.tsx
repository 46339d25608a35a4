import { type ReactNode, useEffect, useId, useRef } from 'react'
import { createPortal } from 'react-dom'
import { useTexts } from '../texts/use-texts'
import { Icon } from './icon'
import { useIsAside } from './kept-page'

type Props = { title: string; onClose: () => void; children: ReactNode }

/**
 * The browser's own dialog: it holds the focus, makes the page behind inert, gives the focus back, and needs no style
 * element, which our content policy refuses (the usual libraries write one to lock the scrolling).
 */
export function Dialog({ title, onClose, children }: Props) {
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
      className="fade-in w-[min(28rem,calc(100vw-2rem))] rounded-card border border-hair bg-surface p-6 text-ink shadow-2xl backdrop:bg-black/50"
    >
      <div className="mb-4 flex items-start justify-between gap-4">
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
      {children}
    </dialog>,
    document.body,
  )
}
