import { afterEach, describe, expect, it } from 'vitest'
import { createHttpSms } from './http-sms.js'
import { type LocalProvider, type ProviderAnswer, startProvider } from './sms-provider.fixture.js'

const sms = { id: 'sign-in-1:sms', to: '+14155550142', text: '482913 is your Twinlock sign-in code.' }
const providers: LocalProvider[] = []

afterEach(async () => {
  for (const provider of providers.splice(0)) await provider.close()
})

describe('an SMS through a gateway of one’s own', () => {
  it('is posted as JSON with the token, and its id so that a repeat is recognisable', async () => {
    const provider = await serve(() => ({ status: 202 }))
    expect(await senderFor(provider).send(sms)).toEqual({ status: 'delivered' })
    const [request] = provider.received
    expect(request).toMatchObject({ method: 'POST', url: '/messages' })
    expect(request?.headers).toMatchObject({ authorization: 'Bearer t0ken', 'content-type': 'application/json' })
    expect(JSON.parse(request?.body ?? '')).toEqual(sms)
  })

  it.each([
    [400, { isPermanent: true }],
    [401, { isPermanent: true }],
    [404, { isPermanent: true }],
    [408, { isPermanent: false, isProviderDown: false }],
    [429, { isPermanent: false, isProviderDown: false }],
    [500, { isPermanent: false, isProviderDown: true }],
    [503, { isPermanent: false, isProviderDown: true }],
  ])('that is answered by %i', async (status, expected) => {
    const provider = await serve(() => ({ status, body: `No number +14155550142, code 482913` }))
    const outcome = await senderFor(provider).send(sms)
    expect(outcome).toMatchObject({ status: 'failed', ...expected })
    expect(JSON.stringify(outcome)).not.toMatch(/482913|4155550142|t0ken/)
  })

  it('does not follow a redirect with the token and the code', async () => {
    const elsewhere = await serve(() => ({ status: 200 }))
    const provider = await serve(() => ({ status: 307, headers: { location: elsewhere.origin } }))
    expect(await senderFor(provider).send(sms)).toMatchObject({ status: 'failed', isPermanent: true })
    expect(elsewhere.received).toHaveLength(0)
  })

  it('waits no longer than its time limit', async () => {
    const provider = await serve(() => null)
    expect(await senderFor(provider).send(sms)).toMatchObject({ isPermanent: false, isProviderDown: true })
  })

  it('finds the gateway down when nothing listens', async () => {
    const provider = await startProvider(() => null)
    await provider.close()
    const outcome = await senderFor(provider).send(sms)
    expect(outcome).toMatchObject({ isPermanent: false, isProviderDown: true })
    expect(outcome).toMatchObject({ reason: 'The SMS provider did not answer (ECONNREFUSED).' })
  })
})

function senderFor({ origin }: LocalProvider) {
  return createHttpSms({ url: `${origin}/messages`, token: 't0ken', timeout: 300 })
}

async function serve(answer: () => ProviderAnswer | null): Promise<LocalProvider> {
  const provider = await startProvider(answer)
  providers.push(provider)
  return provider
}
