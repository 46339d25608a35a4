import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useTexts } from '../texts/use-texts'
import { Icon } from './icon'

/** Reverses what was just done. @returns whether that worked, or what to say of it */
export type Undo = () => Promise<boolean | string>

type Toast = { text: string; undo: Undo | null }

/** Long enough to read a line; with something to press, long enough to reach it. */
const SHOWN_MS = 6_000
const SHOWN_WITH_UNDO_MS = 12_000

let shown: Toast | null = null
let spoken = ''
const listeners = new Set<() => void>()
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
const notify = () => {
  for (const listener of listeners) listener()
}

/** Says something to screen readers alone, where the eye already sees it: copied, minutes left. */
export function announce(text: string): void {
  // A region that gets the same text again says nothing: the no-break space makes it another.
  spoken = text === spoken ? `${text}\u00a0` : text
  notify()
}

/** Reports a success on screen and to screen readers. @param undo where it can truly be reversed */
export function toast(text: string, undo: Undo | null = null): void {
  shown = { text, undo }
  spoken = ''
  notify()
}

const dismiss = () => {
  shown = null
  notify()
}

/** The one toast of the page; screen readers hear what it says, and what is only announced. */
export function Toaster() {
  const text = useSyncExternalStore(subscribe, () => spoken)
  const current = useSyncExternalStore(subscribe, () => shown)
  return (
    <>
      <div role="status" className="sr-only">
        {text}
      </div>
      <div role="status">{current ? <ShownToast key={current.text} toast={current} /> : null}</div>
    </>
  )
}

function ShownToast({ toast: { text, undo } }: { toast: Toast }) {
  const t = useTexts('common')
  const [isHeld, setHeld] = useState(false)
  useEffect(() => {
    if (isHeld) return
    const timer = setTimeout(dismiss, undo ? SHOWN_WITH_UNDO_MS : SHOWN_MS)
    return () => clearTimeout(timer)
  }, [isHeld, undo])
  // A popover stands above an open dialog, as nothing else does.
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.showPopover?.(), [])
  const hold = useCallback(() => setHeld(true), [])
  const release = useCallback(() => setHeld(false), [])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the pointer and the focus only keep it from going away
    <div
      ref={box}
      popover="manual"
      onPointerEnter={hold}
      onPointerLeave={release}
      onFocus={hold}
      onBlur={release}
      className="fade-in fixed inset-x-4 top-auto bottom-20 m-auto flex w-fit max-w-[min(30rem,calc(100vw-2rem))] items-center gap-3 rounded-control border border-line bg-ink py-1 ps-4 pe-1 text-paper shadow-lg md:bottom-6"
    >
      <Icon name="check" />
      <p className="py-2">{text}</p>
      {undo ? (
        <button
          type="button"
          onClick={() => {
            dismiss()
            void undo().then((outcome) =>
              toast(typeof outcome === 'string' ? outcome : outcome ? t.undone : t.notUndone),
            )
          }}
          className="min-h-11 rounded-control px-3 font-semibold underline underline-offset-3 focus-visible:outline-paper"
        >
          {t.undo}
        </button>
      ) : null}
      <button
        type="button"
        aria-label={t.dialog.close}
        onClick={dismiss}
        className="grid size-11 shrink-0 place-items-center rounded-control focus-visible:outline-paper"
      >
        <Icon name="close" />
      </button>
    </div>
  )
}
