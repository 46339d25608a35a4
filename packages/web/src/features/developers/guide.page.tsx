import { useEffect } from 'react'
import { useLocation } from 'react-router'
import { blocks } from '../../../../../docs/integrators.md'
import { useTexts } from '../../texts/use-texts'
import { Wordmark } from '../../ui/wordmark'
import { GuideBlock, InOrder } from './guide-block'

/** The guide for integrators, as it stands in the repository; in English for everyone. */
export function GuidePage() {
  const t = useTexts('developers')
  const { hash } = useLocation()
  useEffect(() => {
    if (hash) document.getElementById(hash.slice(1))?.scrollIntoView()
  }, [hash])
  return (
    <div className="mx-auto w-full max-w-[70rem] px-4 py-6 lg:px-6">
      <header className="mb-6 flex flex-wrap items-center justify-between gap-x-6">
        <Wordmark to="/" />
        <a className="link flex min-h-11 items-center" href="/developers">
          {t.tryIt}
        </a>
      </header>
      <main lang="en" dir="ltr" className="gap-12 lg:grid lg:grid-cols-[14rem_minmax(0,1fr)]">
        <nav aria-label={t.contents} className="mb-4">
          <ul className="top-6 flex flex-wrap gap-x-4 text-meta lg:sticky lg:max-h-[calc(100dvh-3rem)] lg:flex-col lg:flex-nowrap lg:overflow-y-auto">
            {blocks.map((block) =>
              block.kind === 'heading' && block.level === 2 ? (
                <li key={block.id}>
                  <a
                    className="flex min-h-11 items-center text-muted hover:text-ink hover:underline lg:min-h-9"
                    href={`#${block.id}`}
                  >
                    {block.text}
                  </a>
                </li>
              ) : null,
            )}
          </ul>
        </nav>
        <div className="min-w-0 max-w-[46rem]">
          <InOrder parts={blocks}>{(block) => <GuideBlock block={block} copyLabel={t.copy} />}</InOrder>
        </div>
      </main>
    </div>
  )
}
