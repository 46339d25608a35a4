import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { CLIENT_ID, createDemoProvider, type DemoProviderOptions } from './demo-provider.js'
import { choosePage, peoplePage } from './pages.js'
import type { DemoPerson } from './people.js'

/** The provider, the page on which people choose who they are, and the one on which they are switched off. */
export function createDemoServer(options: DemoProviderOptions): Server {
  const provider = createDemoProvider(options)
  const answer = provider.callback()

  async function interact(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { uid } = await provider.interactionDetails(request, response)
    if (request.method !== 'POST') return showPage(response, choosePage(options.people, uid))
    const person = find((await formOf(request)).get('person'))
    if (!person?.isActive) return provider.interactionFinished(request, response, { error: 'access_denied' })
    const { id, amr, acr } = person
    const login = { accountId: id, ...(amr ? { amr } : {}), ...(acr ? { acr } : {}) }
    await provider.interactionFinished(request, response, { login })
  }

  /** A person who is switched off is signed out wherever they signed in by this provider (back-channel logout). */
  async function administer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const person = find(pathOf(request).split('/')[2])
    if (request.method === 'POST' && person) {
      person.isActive = (await formOf(request)).get('isActive') === 'true'
      const client = await provider.Client.find(CLIENT_ID)
      if (!person.isActive) await client?.backchannelLogout(person.id)
    }
    if (request.method === 'POST') response.writeHead(303, { location: '/people' }).end()
    else showPage(response, peoplePage(options.people))
  }

  const find = (id: string | null | undefined): DemoPerson | undefined =>
    options.people.find((person) => person.id === id)

  return createServer((request, response) => {
    const path = pathOf(request)
    if (path.startsWith('/interaction/')) interact(request, response).catch(() => showTrouble(response))
    else if (path === '/' || path.startsWith('/people'))
      administer(request, response).catch(() => showTrouble(response))
    else answer(request, response)
  })
}

function pathOf({ url }: IncomingMessage): string {
  return new URL(url ?? '/', 'http://localhost').pathname
}

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  let body = ''
  for await (const chunk of request) {
    body += chunk
    if (body.length > 10_000) throw new Error('The form is too large.')
  }
  return new URLSearchParams(body)
}

function showPage(response: ServerResponse, html: string): void {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(html)
}

function showTrouble(response: ServerResponse): void {
  response
    .writeHead(400, { 'content-type': 'text/plain; charset=utf-8' })
    .end('This sign-in has expired. Begin again.\n')
}
