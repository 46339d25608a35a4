import type { ReactNode } from 'react'
import { useTexts } from '../texts/use-texts'
import { HelpFooter } from './help-footer'
import { Wordmark } from './wordmark'

/**
 * Sign-in and set-up: one card, the wordmark above, help below in the same place on every one. What stands below waits
 * for what is on its way above it, or it would be pushed down under the hand.
 */
export function CardPage({ children }: { children: ReactNode }) {
  const t = useTexts('common')
  return (
    <div className="mx-auto flex min-h-dvh max-w-[27.5rem] flex-col has-[.arriving]:[&>footer]:hidden max-[30rem]:bg-surface sm:py-10">
      <header className="max-[30rem]:px-4 max-[30rem]:pt-2 sm:mb-4">
        <Wordmark />
      </header>
      <main
        aria-label={t.main}
        className="max-[30rem]:px-4 max-[30rem]:py-4 min-[30rem]:rounded-card min-[30rem]:border min-[30rem]:border-hair min-[30rem]:bg-surface min-[30rem]:p-8"
      >
        {children}
      </main>
      <HelpFooter className="max-[30rem]:px-4" />
    </div>
  )
}
