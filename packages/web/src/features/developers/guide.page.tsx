import { useEffect } from 'react'
import { useLocation } from 'react-router'
import { blocks } from '../../../../../docs/integrators.md'
import { useTexts } from '../../texts/use-texts'
import { ColumnPage } from '../../ui/column-page'
import { Wordmark } from '../../ui/wordmark'
import { GuideBlock } from './guide-block'
import { InOrder } from './in-order'

/** The guide for integrators, as it stands in the repository; in English for everybody. */
export function GuidePage() {
  const t = useTexts('developers')
  const { hash } = useLocation()
  useEffect(() => {
    if (hash) document.getElementById(hash.slice(1))?.scrollIntoView()
  }, [hash])
  return (
    <ColumnPage>
      <header className="mb-6 flex flex-wrap items-center justify-between gap-x-6">
        <Wordmark to="/" />
        <a className="link flex min-h-11 items-center" href="/developers">
          {t.tryIt}
        </a>
      </header>
      <main lang="en">
        <nav aria-label={t.contents} className="mb-4">
          <ul className="flex flex-wrap gap-x-4">
            {blocks.map((block) =>
              block.kind === 'heading' && block.level === 2 ? (
                <li key={block.id}>
                  <a className="link flex min-h-11 items-center" href={`#${block.id}`}>
                    {block.text}
                  </a>
                </li>
              ) : null,
            )}
          </ul>
        </nav>
        <InOrder parts={blocks}>{(block) => <GuideBlock block={block} copyLabel={t.copy} />}</InOrder>
      </main>
    </ColumnPage>
  )
}
