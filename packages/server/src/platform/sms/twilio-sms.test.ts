import { afterEach, describe, expect, it } from 'vitest'
import { type LocalProvider, type ProviderAnswer, startProvider } from './sms-provider.fixture.js'
import { createTwilioSms } from './twilio-sms.js'

const accountSid = `AC${'0'.repeat(32)}`
const sms = { id: 'sign-in-1:sms', to: '+14155550142', text: '482913 is your Twinlock sign-in code.' }
const accepted = { status: 201, body: JSON.stringify({ sid: `SM${'0'.repeat(32)}`, status: 'queued' }) }
const providers: LocalProvider[] = []

afterEach(async () => {
  for (const provider of providers.splice(0)) await provider.close()
})

describe('an SMS through Twilio', () => {
  it('is what Twilio’s API expects: a form, under the account, with its credentials', async () => {
    const provider = await serve(() => accepted)
    expect(await senderFor(provider).send(sms)).toEqual({ status: 'delivered' })
    const [request] = provider.received
    expect(request).toMatchObject({ method: 'POST', url: `/2010-04-01/Accounts/${accountSid}/Messages.json` })
    const credentials = Buffer.from(`${accountSid}:s3cret`).toString('base64')
    expect(request?.headers.authorization).toBe(`Basic ${credentials}`)
    const form = Object.fromEntries(new URLSearchParams(request?.body))
    expect(form).toEqual({ To: sms.to, Body: sms.text, From: '+15005550006' })
  })

  it('can leave by a messaging service instead of a number', async () => {
    const provider = await serve(() => accepted)
    const from = `MG${'0'.repeat(32)}`
    await senderFor(provider, { from }).send(sms)
    expect(new URLSearchParams(provider.received[0]?.body).get('MessagingServiceSid')).toBe(from)
  })

  it.each([
    [400, 21211, { isPermanent: true }],
    [400, 21408, { isPermanent: true }],
    [401, 20003, { isPermanent: true }],
    [429, 20429, { isPermanent: false, isProviderDown: false }],
    [503, 20503, { isPermanent: false, isProviderDown: true }],
  ])('that is answered by %i, code %i', async (status, code, expected) => {
    const words = { code, status, message: 'No number +14155550142: 482913 is your', more_info: 'https://twilio.test' }
    const provider = await serve(() => ({ status, body: JSON.stringify(words) }))
    const outcome = await senderFor(provider).send(sms)
    expect(outcome).toMatchObject({ status: 'failed', ...expected })
    expect(outcome).toMatchObject({ reason: `The SMS provider answered ${status}, code ${code}.` })
    expect(JSON.stringify(outcome)).not.toMatch(/482913|4155550142|s3cret/)
  })

  it.each([429, 503])('that is answered by %i with Retry-After waits as long as Twilio asks', async (status) => {
    const provider = await serve(() => ({ status, headers: { 'retry-after': '300' }, body: '{"code":20429}' }))
    expect(await senderFor(provider).send(sms)).toMatchObject({ status: 'failed', retryAfterMs: 300_000 })
  })

  it('does not follow a redirect with the credentials and the code', async () => {
    const elsewhere = await serve(() => accepted)
    const provider = await serve(() => ({ status: 307, headers: { location: elsewhere.origin } }))
    expect(await senderFor(provider).send(sms)).toMatchObject({ status: 'failed' })
    expect(elsewhere.received).toHaveLength(0)
  })

  it('waits no longer than its time limit, and asks once', async () => {
    const provider = await serve(() => null)
    expect(await senderFor(provider).send(sms)).toMatchObject({ isPermanent: false, isProviderDown: true })
    expect(provider.received).toHaveLength(1)
  })

  it('finds Twilio down when nothing listens', async () => {
    const provider = await startProvider(() => null)
    await provider.close()
    expect(await senderFor(provider).send(sms)).toMatchObject({
      isProviderDown: true,
      reason: 'The SMS provider did not answer (ECONNREFUSED).',
    })
  })
})

function senderFor({ origin }: LocalProvider, { from = '+15005550006' } = {}) {
  return createTwilioSms({ accountSid, authToken: 's3cret', from, apiOrigin: origin, timeout: 400 })
}

async function serve(answer: () => ProviderAnswer | null): Promise<LocalProvider> {
  const provider = await startProvider(answer)
  providers.push(provider)
  return provider
}
