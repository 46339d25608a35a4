import { Link } from 'react-router'
import { Avatar } from './avatar'

type Props = { name: string; to?: string | undefined; note?: string | undefined; meta: string }

/** Who it is, and what goes with it, in one cell. */
export function TwoLines({ name, to, note, meta }: Props) {
  return (
    <>
      <span className="block truncate font-medium">
        {to ? (
          <Link to={to} className="hover:underline">
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
