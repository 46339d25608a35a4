import type { ComponentProps } from 'react'

type Props = Omit<ComponentProps<'input'>, 'type'> & { label: string; hint?: string }

export function Checkbox({ label, hint, ...input }: Props) {
  return (
    <label className="flex min-h-11 cursor-pointer items-start gap-3 py-2">
      <input {...input} type="checkbox" className="mt-0.5 size-5 shrink-0 accent-accent" />
      <span className="min-w-0 wrap-anywhere">
        {label}
        {hint ? <span className="block text-meta text-muted">{hint}</span> : null}
      </span>
    </label>
  )
}

type ManyProps<Value extends string> = {
  options: readonly { value: Value; label: string; hint?: string }[]
  chosen: readonly Value[]
  onChange: (chosen: Value[]) => void
}

/** Any number of these. */
export function Checkboxes<Value extends string>({ options, chosen, onChange }: ManyProps<Value>) {
  return options.map(({ value, ...texts }) => (
    <Checkbox
      {...texts}
      key={value}
      checked={chosen.includes(value)}
      onChange={({ target }) => onChange(target.checked ? [...chosen, value] : chosen.filter((one) => one !== value))}
    />
  ))
}
