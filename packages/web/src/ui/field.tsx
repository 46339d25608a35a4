import { type ComponentProps, type ReactNode, useId } from 'react'
import { classNames } from './class-names'
import { useProblem } from './form'
import { Icon } from './icon'

export const inputLook =
  'w-full min-h-12 rounded-control border border-line bg-surface px-3 text-body text-ink placeholder:text-muted ' +
  'aria-invalid:border-danger aria-invalid:border-2 [&[readonly]]:bg-wash'

type FrameProps = {
  label: string
  hint?: ReactNode
  error?: ReactNode
  children: (ids: { id: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined }) => ReactNode
}

/** A label above, a hint, the control, and its error: tied together for users who cannot see the layout. */
export function FieldFrame({ label, hint, error, children }: FrameProps) {
  const id = useId()
  const describedBy = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-semibold">
        {label}
      </label>
      {hint ? (
        <div id={`${id}-hint`} className="mb-2 text-meta text-muted">
          {hint}
        </div>
      ) : null}
      {children({ id, 'aria-describedby': describedBy || undefined, 'aria-invalid': error ? true : undefined })}
      <FieldError id={`${id}-error`} error={error} />
    </div>
  )
}

export function FieldError({ id, error }: { id: string; error: ReactNode }) {
  if (!error) return null
  return (
    <p id={id} className="mt-2 flex gap-2 text-meta text-danger">
      <Icon name="warning" className="size-5" />
      <span>{error}</span>
    </p>
  )
}

type Props = Omit<ComponentProps<'input'>, 'id'> & {
  label: string
  hint?: ReactNode
  error?: ReactNode
  /** As it stands, for machines: nothing is corrected or capitalized. */
  isExact?: boolean
}

/** A control of one line. What is wrong with it, the form knows by its name. */
export function Field({ label, hint, error, isExact = false, className, ...input }: Props) {
  const problem = useProblem(input.name)
  const isEmail = input.type === 'email'
  return (
    <FieldFrame label={label} hint={hint} error={error ?? problem}>
      {(ids) => (
        <input
          autoComplete="off"
          inputMode={isEmail ? 'email' : undefined}
          {...(isEmail || isExact ? { autoCapitalize: 'none', spellCheck: false } : {})}
          {...input}
          {...ids}
          className={classNames(inputLook, className)}
        />
      )}
    </FieldFrame>
  )
}

type TextProps = Omit<ComponentProps<'textarea'>, 'id'> & Pick<Props, 'label' | 'hint' | 'error'>

/** Several lines for machines. */
export function TextArea({ label, hint, error, className, ...area }: TextProps) {
  const problem = useProblem(area.name)
  return (
    <FieldFrame label={label} hint={hint} error={error ?? problem}>
      {(ids) => (
        <textarea
          rows={4}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          {...area}
          {...ids}
          className={classNames(inputLook, 'py-2', className)}
        />
      )}
    </FieldFrame>
  )
}
