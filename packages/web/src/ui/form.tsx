import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react'

export type FieldProblems = Record<string, string>
const Problems = createContext<FieldProblems | null>(null)

/** What the form around it says of a control. */
export function useProblem(name: string | undefined): string | undefined {
  const problems = useContext(Problems)
  return name ? problems?.[name] : undefined
}

type Props = {
  /** What was typed, by the name of each control. */
  onSubmit: (values: Record<string, string>) => void
  /** What is wrong with which control, by its name. */
  problems?: FieldProblems | null
  /** What else was refused. With each refusal the first control with an error takes the focus. */
  refusal?: unknown
  /** The first control takes the focus when the form appears; for forms that take another's place in a dialog. */
  takesFocus?: boolean
  children: ReactNode
  className?: string
}

/** Keeps what was typed; errors come from the answer, so the browser's own bubbles stay out. */
export function Form({
  onSubmit,
  problems = null,
  refusal = problems,
  takesFocus = false,
  children,
  className,
}: Props) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (!refusal) return
    const control = form.current?.querySelector<HTMLInputElement>('[aria-invalid="true"]')
    control?.focus()
    control?.select?.()
  }, [refusal])
  useEffect(() => {
    if (takesFocus) form.current?.querySelector<HTMLInputElement>('input:not([hidden])')?.focus()
  }, [takesFocus])
  return (
    <form
      ref={form}
      noValidate
      className={className ?? 'space-y-5'}
      onSubmit={(event) => {
        event.preventDefault()
        const values = new FormData(event.currentTarget)
        onSubmit(
          Object.fromEntries([...values].filter((entry): entry is [string, string] => typeof entry[1] === 'string')),
        )
      }}
    >
      <Problems value={problems}>{children}</Problems>
    </form>
  )
}
