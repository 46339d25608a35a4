/** Who it is, and what goes with it, in one cell. */
export function TwoLines({ strong, note, meta }: { strong: string; note?: string | undefined; meta: string }) {
  return (
    <>
      <span className="block truncate font-medium">
        {strong}
        {note ? <span className="font-normal text-muted"> ({note})</span> : null}
      </span>
      <span className="block truncate text-meta text-muted">{meta}</span>
    </>
  )
}
