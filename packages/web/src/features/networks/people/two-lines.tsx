import { Link } from 'react-router'

type Props = { strong: string; to?: string | undefined; note?: string | undefined; meta: string }

/** Who it is, and what goes with it, in one cell. */
export function TwoLines({ strong, to, note, meta }: Props) {
  return (
    <>
      <span className="block truncate font-medium">
        {to ? (
          <Link to={to} className="hover:underline">
            {strong}
          </Link>
        ) : (
          strong
        )}
        {note ? <span className="font-normal text-muted"> ({note})</span> : null}
      </span>
      <span className="block truncate text-meta text-muted">{meta}</span>
    </>
  )
}
