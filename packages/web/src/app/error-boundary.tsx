import { Component, type ReactNode } from 'react'
import { textsOf } from '../texts/text-store'
import { Button } from '../ui/button'
import { Callout } from '../ui/callout'

type State = { hasFailed: boolean }

/** The last resort: a page whose code did not arrive, or that broke. Stands alone, since anything else may be broken. */
export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { hasFailed: false }

  static getDerivedStateFromError(): State {
    return { hasFailed: true }
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children
    const t = textsOf('common')?.trouble
    return (
      <main className="mx-auto max-w-[27.5rem] p-4 pt-16">
        <Callout tone="danger" isUrgent title={t?.title ?? 'This page didn’t load'}>
          <p>{t?.offline ?? 'Check your connection, then reload the page.'}</p>
          <Button className="mt-3" onClick={() => window.location.reload()}>
            {t?.reload ?? 'Reload the page'}
          </Button>
        </Callout>
      </main>
    )
  }
}
