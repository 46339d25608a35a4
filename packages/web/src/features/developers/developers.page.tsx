import 'graphiql/style.css'
import './graphiql-colours.css'
import { type ExampleName, exampleNames, examples } from '@twinlock/shared/ready-examples'
import { GraphiQL, type GraphiQLProps } from 'graphiql'
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { useTexts } from '../../texts/use-texts'
import { CopyButton } from '../../ui/copy-button'
import { Field } from '../../ui/field'
import { PageHeading } from '../../ui/page-heading'
import { Select } from '../../ui/select'
import { Wordmark } from '../../ui/wordmark'

/** The API, tried on the live schema: as the signed-in user, or as an API key. */
export function DevelopersPage() {
  const t = useTexts('developers')
  const [key, setKey] = useState('')
  const [example, setExample] = useState<ExampleName>('whoAmI')
  const fetcher = useMemo(() => createLiveFetcher(key.trim()), [key])
  const { query, variables } = examples[example]
  const editor = useRef<HTMLElement>(null)
  useNamedEditors(editor, t.editors)
  return (
    <div className="flex h-dvh min-h-[40rem] flex-col max-md:h-[75rem]">
      <header className="border-b border-hair bg-surface px-4 py-2">
        <div className="flex flex-wrap items-center justify-between gap-x-6">
          <Wordmark to="/" />
          <nav className="flex flex-wrap gap-x-4">
            <a className="link flex min-h-11 items-center" href="/developers/guide">
              {t.guide}
            </a>
            <a className="link flex min-h-11 items-center" href="/schema.graphql">
              {t.sdl}
            </a>
            <a className="link flex min-h-11 items-center" href="/webhooks.schema.json">
              {t.schema}
            </a>
            {/* A document of its own: the editor's style sheet would come along. */}
            <a className="link flex min-h-11 items-center" href="/networks">
              {t.back}
            </a>
          </nav>
        </div>
        <PageHeading className="text-section">{t.title}</PageHeading>
        <p className="text-meta text-muted">{t.line}</p>
        <div className="mt-2 grid gap-4 pb-2 md:grid-cols-2">
          <Field
            label={t.key}
            hint={t.keyHint}
            type="password"
            spellCheck={false}
            value={key}
            onChange={({ target }) => setKey(target.value)}
          />
          <div className="flex items-end gap-3">
            <div className="min-w-0 flex-1">
              <Select
                label={t.examples}
                value={example}
                onChange={(name) => setExample(name as ExampleName)}
                options={exampleNames.map((name) => ({ value: name, label: t.exampleNames[name] }))}
              />
            </div>
            <CopyButton text={query} label={t.copy} />
          </div>
        </div>
      </header>
      {/* The editor knows one direction only, and parks what it hides beyond the left edge, where Arabic pages scroll. */}
      <main ref={editor} dir="ltr" className="relative min-h-0 flex-1 overflow-hidden">
        <GraphiQL
          fetcher={fetcher}
          query={query}
          variables={variables}
          isHeadersEditorEnabled={false}
          shouldPersistHeaders={false}
        />
      </main>
    </div>
  )
}

/** Asks this server. With a key no cookie goes along: one asks as the key, or as oneself, never as both. */
function createLiveFetcher(key: string): GraphiQLProps['fetcher'] {
  return async (params) => {
    const answer = await fetch('/graphql', {
      method: 'POST',
      credentials: key ? 'omit' : 'same-origin',
      headers: {
        'content-type': 'application/json',
        ...(key ? { authorization: `Bearer ${key}` } : {}),
      },
      body: JSON.stringify(params),
    })
    return answer.json()
  }
}

type Names = { query: string; variables: string; response: string }

/** The editor names none of its fields, and its answer cannot be scrolled by keyboard: both are put right here. */
function useNamedEditors(box: RefObject<HTMLElement | null>, { query, variables, response }: Names) {
  useEffect(() => {
    const page = box.current
    if (!page) return
    const name = () => {
      for (const field of page.querySelectorAll('.CodeMirror textarea:not([aria-label])')) {
        const label = field.closest('.graphiql-query-editor')
          ? query
          : field.closest('.graphiql-response, .result-window')
            ? response
            : variables
        field.setAttribute('aria-label', label)
      }
      for (const scroller of page.querySelectorAll('.CodeMirror-scroll[tabindex="-1"]'))
        scroller.setAttribute('tabindex', '0')
    }
    name()
    const watch = new MutationObserver(name)
    watch.observe(page, { childList: true, subtree: true })
    return () => watch.disconnect()
  }, [box, query, variables, response])
}
