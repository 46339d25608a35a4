import type { Context, Provider } from 'oidc-provider'
import { levelOf } from '../../domain/app-access.js'
import type { Clock } from '../../platform/clock/clock.js'
import type { RequestContext } from '../../sessions/request-context.js'
import type { SessionService } from '../../sessions/session.service.js'
import { isBegunIn } from './begun-in.js'
import type { ProviderReads } from './provider-reads.js'
import { secondsOf, subjectIdOf } from './subject.js'

/** Binds the provider's session to ours. */
export class BrowserSession {
  constructor(
    private readonly sessions: SessionService,
    private readonly reads: ProviderReads,
    private readonly requestOf: (context: Context) => RequestContext,
    private readonly clock: Clock,
  ) {}

  /** The provider's session is the browser's session here, whatever it was before: it lives and changes with it. */
  mirror(provider: Provider, errors: typeof import('oidc-provider').errors): void {
    const { Session, Interaction } = provider
    const stored = Session.get.bind(Session)
    Session.get = async (context) => {
      if (context.oidc?.route === 'resume') {
        const begun = await Interaction.find(context.cookies.get(provider.cookieName('resume')) ?? '')
        if (begun && !isBegunIn(begun, this.requestOf(context).cookies))
          throw new errors.SessionNotFound('it was begun in another browser')
      }
      const session = await stored(context)
      // Tokens rest on our sessions, not on the library's (`expiresWithSession`): it would spare them here.
      if (context.oidc?.route === 'end_session_confirm')
        for (const each of Object.values(session.authorizations ?? {})) delete each.persistsLogout
      const caller = await this.requestOf(context).session(this.reads.sessionReader(null))
      const subjectId = caller ? subjectIdOf(caller) : undefined
      this.reads.current().sessionRef = caller?.session._id
      if (session.accountId !== subjectId) {
        delete session.authorizations
        delete session.accountId
        session.touched = true
      }
      if (caller && subjectId) {
        const { acr, amr, authTime } = levelOf({ networkId: '', sso: null }, caller.session.evidence, this.clock.now())
        session.loginAccount({ accountId: subjectId, acr, amr, loginTs: secondsOf(authTime) })
      }
      return session
    }
  }

  /** Who signs out at an app and everywhere signs out here, too. */
  endWith(provider: Provider): void {
    provider.use(async (context, next) => {
      const request = this.requestOf(context)
      await next()
      if (context.oidc?.route !== 'end_session_confirm' || !context.oidc.params?.logout || context.status >= 400) return
      const caller = await request.session()
      if (caller) await this.sessions.end(caller.session)
      request.signOut()
    })
  }
}
