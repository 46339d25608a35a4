import { ApolloLink, Observable } from '@apollo/client'
import type { InterruptionCode, ReauthenticationNeed } from '@twinlock/shared/vocabulary'
import type { ConfirmDetails } from '../api/confirm-gate'
import { Interrupted } from '../api/failure'

export type InterruptionHandlers = {
  /** Asks the person to confirm that it is them. @returns whether they did. */
  confirm(needs: readonly ReauthenticationNeed[], details: ConfirmDetails): Promise<boolean>
  /** Leads to a page of this app, with the way back in its address. */
  goTo(path: '/sign-in'): void
  /** The browser is signed in to another account than this tab shows. */
  accountChanged(): void
  /** Shows that a network is closed until a set-up. */
  showClosedNetwork(slug: string): void
  /** Leads to the company sign-in of that network, and back. */
  leaveFor(url: string, slug: string): void
  /** Asks an OWNER whether to go there or in without it: the provider may show its own error and lead nowhere. */
  askOwner(slug: string): void
  /** Says that the company sign-in of that network did no second step. */
  askForProof(slug: string): void
}

type Interruption = { code: InterruptionCode; extensions: Record<string, unknown> }
type Outcome = 'retry' | 'declined' | 'led-away' | 'not-mine'

/**
 * Some answers interrupt whatever the person was doing. Where they can be confirmed on the spot, the operation is sent
 * again as it was and its caller never learns of it; where they lead to another page, the operation ends with
 * `Interrupted`. The rest passes through.
 *
 * The act that confirms sets `context.isConfirmation`: its own refusals are its own matter.
 */
export function interruptionLink(handlers: InterruptionHandlers): ApolloLink {
  return new ApolloLink((operation, forward) => {
    if (operation.getContext().isConfirmation) return forward(operation)
    return new Observable((observer) => {
      const attempt = (isRetry: boolean) =>
        forward(operation).subscribe({
          next: (result) => {
            const interruption = interruptionOf(result)
            // Confirmed just now and still refused: asking forever would not help.
            if (!interruption || (isRetry && isConfirmable(interruption.code))) return observer.next(result)
            pending = settle(interruption, handlers).then((outcome) => {
              switch (outcome) {
                case 'retry':
                  subscription = attempt(true)
                  break
                case 'declined':
                case 'led-away':
                  observer.error(new Interrupted(outcome === 'led-away'))
                  break
                case 'not-mine':
                  observer.next(result)
                  observer.complete()
              }
            })
          },
          error: (error) => observer.error(error),
          complete: () => {
            if (!pending) observer.complete()
            pending = undefined
          },
        })
      let pending: Promise<void> | undefined
      let subscription = attempt(false)
      return () => subscription.unsubscribe()
    })
  })
}

async function settle({ code, extensions }: Interruption, handlers: InterruptionHandlers): Promise<Outcome> {
  switch (code) {
    case 'REAUTHENTICATION_REQUIRED':
    case 'TWO_FACTOR_REQUIRED':
      return (await handlers.confirm(needsOf(code, extensions), detailsOf(extensions))) ? 'retry' : 'declined'
    case 'UNAUTHENTICATED':
      handlers.goTo('/sign-in')
      return 'led-away'
    case 'ACCOUNT_CHANGED':
      handlers.accountChanged()
      return 'led-away'
    case 'TWO_FACTOR_SETUP_REQUIRED':
      if (typeof extensions.startUrl === 'string') handlers.askForProof(slugOf(extensions))
      else handlers.showClosedNetwork(slugOf(extensions))
      return 'led-away'
    case 'SSO_REQUIRED': {
      const startUrl = extensions.startUrl
      if (typeof startUrl !== 'string') return 'not-mine'
      if (extensions.ownerMayEnter === true) handlers.askOwner(slugOf(extensions))
      else handlers.leaveFor(startUrl, slugOf(extensions))
      return 'led-away'
    }
    case 'FORBIDDEN':
    case 'NOT_FOUND':
    case 'RATE_LIMITED':
    case 'UNAVAILABLE':
    case 'INTERNAL_SERVER_ERROR':
      return 'not-mine'
    default:
      // Apollo's own codes for documents it refuses.
      return 'not-mine'
  }
}

const isConfirmable = (code: InterruptionCode) => code === 'REAUTHENTICATION_REQUIRED' || code === 'TWO_FACTOR_REQUIRED'

/** Readable from answers of both sides of the dialog: what is still to be shown. */
export function needsOf(code: InterruptionCode, extensions: Record<string, unknown>): readonly ReauthenticationNeed[] {
  if (code === 'TWO_FACTOR_REQUIRED') return ['SECOND_STEP']
  const needs = extensions.needs
  return Array.isArray(needs) && needs.length > 0 ? (needs as ReauthenticationNeed[]) : ['PASSWORD']
}

function detailsOf({ startUrl, methods }: Record<string, unknown>): ConfirmDetails {
  return {
    ...(typeof startUrl === 'string' ? { startUrl } : {}),
    ...(Array.isArray(methods) ? { methods: methods as NonNullable<ConfirmDetails['methods']> } : {}),
  }
}

function slugOf({ network }: Record<string, unknown>): string {
  const slug = (network as { slug?: unknown } | undefined)?.slug
  return typeof slug === 'string' ? slug : ''
}

function interruptionOf(result: ApolloLink.Result): Interruption | undefined {
  for (const error of result.errors ?? []) {
    const code = error.extensions?.code
    if (typeof code === 'string') return { code: code as InterruptionCode, extensions: { ...error.extensions } }
  }
  return undefined
}
