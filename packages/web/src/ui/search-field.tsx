import { classNames } from './class-names'
import { inputLook } from './field'
import { Icon } from './icon'

type Props = { label: string; value: string; onChange: (value: string) => void; className?: string }

/** Finds something in the list below it; the label stands inside until something is typed. */
export function SearchField({ label, value, onChange, className }: Props) {
  return (
    <span className={classNames('relative block', className)}>
      <input
        type="search"
        aria-label={label}
        placeholder={label}
        autoComplete="off"
        value={value}
        onChange={({ target }) => onChange(target.value)}
        className={`${inputLook} min-h-11 ps-10`}
      />
      <Icon name="search" className="pointer-events-none absolute inset-y-0 start-3 my-auto text-muted" />
    </span>
  )
}
