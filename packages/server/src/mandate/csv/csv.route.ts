import { loadMessageTexts } from '@twinlock/shared/load-message-texts'
import type { Locale } from '@twinlock/shared/locales'
import type { MessageTexts } from '@twinlock/shared/message-catalogs'
import { type Request, type Response, Router } from 'express'
import type { AccessService, OpenToPerson } from '../../access/access.service.js'
import type { AuditStore } from '../../audit/audit.store.js'
import { logSince } from '../../domain/log-retention.js'
import { memberOf } from '../../memberships/membership.model.js'
import type { NetworkDocument } from '../../networks/network.model.js'
import type { Clock } from '../../platform/clock/clock.js'
import { Interruption } from '../../platform/errors/interruption.js'
import { readerLocale } from '../../platform/http/request-locale.js'
import { streamLines } from '../../platform/http/stream-lines.js'
import type { RequestContext } from '../../sessions/request-context.js'
import { auditFactsOf } from '../audit-log/audit-entry.js'
import type { MemberListingStore } from '../members/member-listing.store.js'
import type { MemberQuery } from '../members/member-query.js'
import { Member } from '../members/members.types.js'
import { csvHead, csvLine } from './csv-line.js'
import { type AskedLog, logFromQuery, membersFromQuery } from './csv-query.js'

/** Makes the context of a plain request, as the API has it. */
export type ContextOf = (request: Request, response: Response) => RequestContext

export interface CsvSources {
  access: AccessService
  members: MemberListingStore
  audit: AuditStore
  clock: Clock
  product: string
}

/** A network's members and its audit log as files, row by row from the database: none is ever whole in memory. */
export function csvRoute(contextOf: ContextOf, { access, members, audit, clock, product }: CsvSources): Router {
  function memberFile({ network, caller }: OpenToPerson, { query }: Request): AsyncGenerator<string> | null {
    const now = clock.now()
    const asked = membersFromQuery(network, query, now)
    return asked && memberLines(network, asked, now, readerLocale(caller.account, network))
  }

  async function* memberLines(
    network: NetworkDocument,
    asked: MemberQuery,
    now: Date,
    locale: Locale,
  ): AsyncGenerator<string> {
    const texts = await loadMessageTexts(locale)
    yield csvHead(memberTitles(texts))
    for await (const membership of members.all(asked)) {
      const member = memberOf(network, membership)
      if (member) yield memberLine(Member.from(member, network, now), texts)
    }
  }

  function auditFile(open: OpenToPerson, { query }: Request): AsyncGenerator<string> | null {
    const asked = logFromQuery(query)
    return asked && auditLines(open, asked)
  }

  async function* auditLines({ network, caller }: OpenToPerson, { types, search }: AskedLog): AsyncGenerator<string> {
    const since = logSince(network.logDays, clock.now())
    const locale = readerLocale(caller.account, network)
    const { auditEvents, csv } = await loadMessageTexts(locale)
    const reader = { locale, texts: auditEvents, product }
    const { at, type, who, what, whom, address, device, details } = csv.log
    yield csvHead([at, type, who, what, whom, address, device, details])
    for await (const document of audit.allOfNetwork(network._id, types, since, search)) {
      const entry = auditFactsOf(document, reader)
      const rest = entry.details.map(({ name, value }) => `${name}=${value}`).join('; ')
      const { actor, words } = entry
      yield csvLine([entry.at.toISOString(), entry.type, actor, words, entry.whom, entry.address, entry.device, rest])
    }
  }

  const send =
    (name: string, fileOf: (open: OpenToPerson, request: Request) => AsyncGenerator<string> | null) =>
    async (request: Request, response: Response) => {
      const open = await entered(request, response, access, contextOf)
      if (!open) return
      const lines = fileOf(open, request)
      if (!lines) {
        response.status(400).type('text/plain').send('BAD_REQUEST: The address has an unknown filter.\n')
        return
      }
      response.set({
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="${open.network.slug}-${name}.csv"`,
        'Cache-Control': 'no-store',
      })
      await streamLines(response, lines)
    }

  const router = Router()
  router.get('/networks/:id/members.csv', send('members', memberFile))
  router.get('/networks/:id/audit.csv', send('audit', auditFile))
  return router
}

function memberTitles({ csv: { members: t } }: MessageTexts): string[] {
  const { name, email, role, status, deadline, methods, joined, lastSignIn, lastEmail, moreTimeUntil, reason } = t
  return [name, email, role, status, deadline, methods, joined, lastSignIn, lastEmail, moreTimeUntil, reason]
}

function memberLine(member: Member, { csv, auditEvents }: MessageTexts): string {
  const { name, email, role, standing, deadline, methods, extensionReason } = member
  const methodNames = methods.map((method) => auditEvents.methods[method])
  const times = [member.joinedAt, member.lastSignInAt, member.lastMailAt, member.extendedUntil].map(textOf)
  const facts = [auditEvents.roles[role], csv.standings[standing], textOf(deadline), methodNames.join('; ')]
  return csvLine([name, email, ...facts, ...times, extensionReason])
}

const statuses: Partial<Record<Interruption['code'], number>> = {
  UNAUTHENTICATED: 401,
  NOT_FOUND: 404,
  RATE_LIMITED: 429,
}

/** Checks session, access and role as the API does. */
async function entered(
  request: Request,
  response: Response,
  access: AccessService,
  contextOf: ContextOf,
): Promise<OpenToPerson | null> {
  try {
    const caller = await contextOf(request, response).requireSession()
    return await access.enterAsAdmin(caller, String(request.params.id))
  } catch (error) {
    if (!(error instanceof Interruption)) throw error
    response
      .status(statuses[error.code] ?? 403)
      .set('Cache-Control', 'no-store')
      .type('text/plain')
      .send(`${error.code}: ${error.message}\n`)
    return null
  }
}

function textOf(moment: Date | null): string | null {
  return moment?.toISOString() ?? null
}
