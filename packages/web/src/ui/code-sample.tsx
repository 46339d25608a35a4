import { CopyButton } from './copy-button'

type Props = { code: string; copyLabel?: string; caption?: string }

/** A command or document to take along; what is longer than a line goes on in the next one. */
export function CodeSample({ code, copyLabel, caption }: Props) {
  return (
    <figure className="min-w-0 space-y-2 text-start">
      {caption ? <figcaption className="text-muted">{caption}</figcaption> : null}
      <div className="rounded-control border border-hair bg-wash">
        {copyLabel ? (
          <div className="flex justify-end border-b border-hair px-2">
            <CopyButton kind="quiet" className="text-meta" text={code} label={copyLabel} />
          </div>
        ) : null}
        <pre dir="ltr" className="p-4 font-mono text-meta leading-5 break-words whitespace-pre-wrap">
          <Highlighted code={code} />
        </pre>
      </div>
    </figure>
  )
}

const TOKENS = /("(?:[^"\\\n]|\\.)*"|'(?:[^'\\]|\\.)*')|(#[^\n]*|\/\/[^\n]*)|(\$[A-Z_]+|(?<=^|\s)--?[a-zA-Z][\w-]*)/gm

/** Strings, comments and options distinguished: enough to find one's way, in any of the languages that appear here. */
function Highlighted({ code }: { code: string }) {
  const parts: { text: string; className?: string }[] = []
  let end = 0
  for (const match of code.matchAll(TOKENS)) {
    const [text, string, comment] = match
    parts.push({ text: code.slice(end, match.index) })
    parts.push({ text, className: string ? 'text-good' : comment ? 'text-muted' : 'text-accent' })
    end = match.index + text.length
  }
  parts.push({ text: code.slice(end) })
  return parts.map(({ text, className }, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text, which change together
    <span key={place} className={className}>
      {text}
    </span>
  ))
}
