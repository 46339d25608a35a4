import { type ComponentProps, useId } from 'react'

type Props = Omit<ComponentProps<'input'>, 'type' | 'onChange'> & { label: string; onFile: (file: File) => unknown }

/** Takes a file from the device; the same one again too. */
export function FileButton({ label, onFile, ...input }: Props) {
  const id = useId()
  return (
    <span>
      <input
        {...input}
        id={id}
        type="file"
        className="peer sr-only"
        onChange={({ target }) => {
          const file = target.files?.[0]
          if (file) onFile(file)
          target.value = ''
        }}
      />
      <label
        htmlFor={id}
        className="link inline-flex min-h-11 cursor-pointer items-center rounded-control peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-accent"
      >
        {label}
      </label>
    </span>
  )
}
