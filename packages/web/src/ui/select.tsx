import type { ComponentProps } from 'react'
import { classNames } from './class-names'
import { FieldFrame, inputLook } from './field'
import { Icon } from './icon'

type Props = Omit<ComponentProps<'select'>, 'id' | 'onChange'> & {
  label: string
  /** The label is for screen readers only, where the place says what it is. */
  isLabelHidden?: boolean
  error?: string | undefined
  options: readonly { value: string; label: string; lang?: string }[]
  onChange: (value: string) => void
}

/** The platform's own picker: on phones there is no better one. */
export function Select({ label, isLabelHidden = false, error, options, onChange, className, ...select }: Props) {
  const control = (ids: { id?: string }) => (
    <span className={classNames('relative block min-w-0', className)}>
      <select
        {...select}
        {...ids}
        aria-label={isLabelHidden ? label : undefined}
        className={classNames(inputLook, 'appearance-none truncate pe-10', isLabelHidden && 'min-h-11')}
        onChange={(event) => onChange(event.target.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} lang={option.lang}>
            {option.label}
          </option>
        ))}
      </select>
      <Icon name="chevron" className="pointer-events-none absolute inset-y-0 end-3 my-auto text-muted" />
    </span>
  )
  return isLabelHidden ? (
    control({})
  ) : (
    <FieldFrame label={label} error={error}>
      {control}
    </FieldFrame>
  )
}
