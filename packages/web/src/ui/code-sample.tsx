import { CopyButton } from './copy-button'

type Props = { code: string; copyLabel?: string; caption?: string }

/** A command or document to take along; scrolls sideways rather than break. */
export function CodeSample({ code, copyLabel, caption }: Props) {
  return (
    <figure className="min-w-0 space-y-2 text-start">
      {caption ? <figcaption className="text-muted">{caption}</figcaption> : null}
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
        tabIndex={0}
        className="overflow-x-auto rounded-control border border-hair bg-wash p-4 font-mono text-meta leading-5"
      >
        {code}
      </pre>
      {copyLabel ? (
        <div className="flex flex-wrap items-center gap-3">
          <CopyButton text={code} label={copyLabel} />
        </div>
      ) : null}
    </figure>
  )
}
