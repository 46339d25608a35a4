import { Link } from 'react-router'

type Props = { name: string; to?: string | undefined; note?: string | undefined; meta: string }

/** Who it is, and what goes with it, in one cell. */
export function TwoLines({ name, to, note, meta }: Props) {
  return (
    <>
      <span className="block truncate font-medium">
        {to ? (
          // As high as its line: a finger must hit it.
          <Link to={to} className="inline-block max-w-full truncate align-bottom hover:underline">
            {name}
          </Link>
        ) : (
          name
        )}
        {note ? <span className="font-normal text-muted"> ({note})</span> : null}
      </span>
      <span className="block truncate text-meta text-muted">{meta}</span>
    </>
  )
}

/** The same beside the initials of the name. */
export function Person(person: Props) {
  return (
    <span className="flex items-center gap-3">
      <Avatar name={person.name} />
      <span className="min-w-0">
        <TwoLines {...person} />
      </span>
    </span>
  )
}

/** The initials of a name: what the eye finds again in a long list. It repeats the name beside it. */
export function Avatar({ name }: { name: string }) {
  return (
    <span
      aria-hidden="true"
      className="grid size-9 shrink-0 place-items-center rounded-full bg-accent-soft text-[0.8125rem] font-semibold text-accent select-none"
    >
      {initialsOf(name)}
    </span>
  )
}

/** The first letters of the first and the last word; of a name in one word, or in a script without spaces, its first. */
function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean)
  const letters = words.length > 1 ? [words[0], words.at(-1)] : words
  return letters.map((word) => [...(word ?? '')][0]?.toLocaleUpperCase() ?? '').join('')
}
