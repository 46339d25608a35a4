type Props<Value extends string> = {
  name: string
  label: string
  value: Value
  options: readonly { value: Value; label: string; line?: string }[]
  onChange: (value: Value) => void
}

/** A few choices that are read before one is made, each with what it is for. */
export function RadioList<Value extends string>({ name, label, value, options, onChange }: Props<Value>) {
  return (
    <fieldset>
      <legend className="mb-1 font-semibold">{label}</legend>
      {options.map((option) => (
        <label key={option.value} className="flex min-h-11 cursor-pointer items-start gap-3 py-1.5">
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
            className="mt-0.5 size-5 shrink-0 accent-accent"
          />
          <span>
            {option.label}
            {option.line ? <span className="block text-meta text-muted">{option.line}</span> : null}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
