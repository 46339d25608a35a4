import { parse } from 'cookie'
import { type Request, type Response, Router } from 'express'
import type { Clock } from '../../platform/clock/clock.js'
import type { SessionCaller } from '../../sessions/caller.js'
import type { RequestContext } from '../../sessions/request-context.js'
import type { AppDocument } from '../app.model.js'
import { GATE_ENTRY_PREFIX, type GateService } from '../gate/gate.service.js'
import { isBegunIn } from '../oidc/begun-in.js'
import type { OidcProviderService } from '../oidc/oidc-provider.service.js'
import { subjectIdOf } from '../oidc/subject.js'
import type { AppVisitStore } from '../sessions/app-visit.store.js'
import type { AppEntryService } from './app-entry.service.js'
import type { EntryRequest, EntryRequests } from './entry-requests.js'

export interface EntryRouteDeps {
  requests: EntryRequests
  entry: AppEntryService
  visits: AppVisitStore
  oidc: OidcProviderService
  gate: GateService
  contextOf: (request: Request, response: Response) => RequestContext
  clock: Clock
}

/**
 * `GET /open/:id/continue` and `/open/:id/decline`: from the page that leads to an app back into its authorization. The
 * cookies that were set with it must be sent too: another person's link finishes nothing.
 */
export function entryRoute({ requests, entry, visits, oidc, gate, contextOf, clock }: EntryRouteDeps): Router {
  const router = Router()
  router.get('/open/:id/:act', async (request, response, next) => {
    const { id, act } = request.params
    if (act !== 'continue' && act !== 'decline') return next()
    response.set('Cache-Control', 'no-store')
    if (id.startsWith(GATE_ENTRY_PREFIX)) return throughGate(id, act, request, response)
    if (parse(request.headers.cookie ?? '').twinlock_oidc_entry !== id) return response.redirect(303, '/open/over')
    const asked = await requests.byId(id)
    const interaction = asked && (await (await oidc.provider()).Interaction.find(id))
    const { cookies } = contextOf(request, response)
    if (!asked || !interaction || !isBegunIn(interaction, cookies)) return response.redirect(303, '/open/over')
    if (act === 'decline') interaction.result = { error: 'access_denied', error_description: 'the person stopped here' }
    // The app wants another account than the one that is signed in: asking again would change nothing.
    else if (interaction.prompt.reasons.includes('id_token_hint'))
      interaction.result = { error: 'login_required', error_description: 'another account is signed in' }
    else {
      const caller = await admit(asked, request, response)
      if (!caller) return response.redirect(303, `/open/${encodeURIComponent(id)}`)
      interaction.result = { login: { accountId: subjectIdOf(caller) }, consent: {} }
    }
    await interaction.save(Math.max(1, interaction.exp - Math.floor(Date.now() / 1000)))
    response.redirect(303, interaction.returnTo)
  })

  /** The browser is known again at the app's host, by the cookie that was set there. */
  async function throughGate(id: string, act: string, request: Request, response: Response): Promise<void> {
    if (act === 'decline') return response.redirect(303, '/')
    const asked = await requests.byId(id)
    if (!asked) return response.redirect(303, '/open/over')
    const caller = await admit(asked, request, response)
    if (!caller) return response.redirect(303, `/open/${encodeURIComponent(id)}`)
    response.redirect(303, (await gate.finish(id, caller)) ?? '/open/over')
  }

  /** Notes the visit of a caller to whom the app is open; null where something is missing: the page says what. */
  async function admit(asked: EntryRequest, request: Request, response: Response): Promise<SessionCaller | null> {
    const caller = await contextOf(request, response).session()
    const decision = caller && (await entry.decide(caller, asked.app, asked.rule, asked.since))
    if (!caller || decision?.kind !== 'open') return null
    await visits.note(visitOf(asked.app, caller), clock.now(), false)
    return caller
  }
  return router
}

function visitOf({ _id, networkId }: AppDocument, { account }: SessionCaller) {
  return { appId: _id, networkId, accountId: account._id }
}
