import { loadMessageTexts } from '@twinlock/shared/load-message-texts'
import { describe, expect, it, vi } from 'vitest'
import { mailTemplates } from './mail-templates.js'
import type { CodeSmsTemplateName, MailTemplateName, MessageProps } from './message-props.types.js'
import { createRenderMessage, createRenderStored } from './render-message.js'

const render = createRenderMessage(new URL('https://id.example.com'))
const renderStored = createRenderStored({ publicUrl: new URL('https://id.example.com') })

const at = new Date('2026-05-12T15:00:00Z')
const origin = { device: 'Firefox on Linux', address: '203.0.113.7' }
const notice = { at, origin }
const ofMethod = { ...notice, method: 'SMS' } as const
const code = { code: '482913', expiresAt: at }
const network = { networkName: 'Acme', actorName: 'Maria Lopez', helpContact: 'it@acme.com' }
const ofNetwork = { networkName: 'Acme', slug: 'acme', actorName: 'Maria Lopez', ...notice }
const bySystem = { ...ofNetwork, actorName: null, origin: null }
const deadline = { ...network, deadline: at, timeZone: 'Europe/Madrid' }

const examples: { [T in MailTemplateName]: MessageProps[T] } = {
  'sign-up-code': code,
  'operator-alarm': { subject: 'Many failed second steps', lines: ['30 have failed from 203.0.113.9.'], at },
  'address-already-registered': { ...notice, expiresAt: at },
  'mailbox-code': { ...code, origin },
  'password-reset-link': { token: 'T0ken', expiresAt: at, origin },
  'email-change-code': code,
  'email-change-taken': { ...notice, expiresAt: at },
  'email-changed': { ...notice, newEmail: 'new@example.org', undoUntil: at, undoToken: 'emu_T0ken' },
  'export-link': { token: 'T0ken', expiresAt: at, origin },
  invitation: {
    token: 'T0ken',
    expiresAt: at,
    networkName: 'Acme',
    inviterName: 'Maria Lopez',
    role: 'GUEST',
    isTwoFactorRequired: true,
    helpContact: null,
  },
  're-enrolment-granted': {
    networkName: 'Acme',
    actorName: 'Maria Lopez',
    reason: 'Lost the phone',
    from: at,
    until: at,
    alsoToAgree: ['Beta', 'Gamma'],
    cancelToken: 'rgr_T0ken',
  },
  'mandate-activated-to-do': deadline,
  'mandate-activated-ready': network,
  'mandate-activated-sso': network,
  'mandate-reminder': deadline,
  'mandate-deadline-passed': network,
  'mandate-before-first-entry': network,
  'mandate-extended': { ...deadline, reason: 'Away until Friday' },
  'mandate-deactivated': network,
  'mandate-setting-changing': { ...deadline, change: { of: 'sessions', hours: 24, idleHours: 1 } },
  'mandate-methods-changing': { ...deadline, allowedMethods: ['AUTHENTICATOR_APP', 'PASSKEY'] },
  'sso-required': { ...deadline, slug: 'acme' },
  'sso-proof-required': { ...deadline, slug: 'acme' },
  'sso-ending': { ...deadline, slug: 'acme' },
  'sso-owner-entered': { ...notice, networkName: 'Acme', slug: 'acme', ownerName: 'Maria Lopez' },
  'network-api-key-created': { ...ofNetwork, keyName: 'Payroll', scopes: ['network:read'], worksUntil: at },
  'network-api-key-revoked': { ...ofNetwork, keyName: 'Payroll' },
  'network-return-addresses-changed': {
    ...ofNetwork,
    keyName: 'Payroll',
    returnAddresses: ['https://pay.acme.com/confirmed', 'https://shop.acme.com/confirmed'],
  },
  'network-webhook-created': { ...ofNetwork, url: 'https://hooks.acme.com/twinlock' },
  'network-webhook-changed': { ...ofNetwork, url: 'https://hooks.acme.com/twinlock' },
  'network-webhook-secret-rotated': { ...ofNetwork, url: 'https://hooks.acme.com/twinlock' },
  'network-webhook-deleted': { ...ofNetwork, url: 'https://hooks.acme.com/twinlock' },
  'network-webhook-paused': { ...bySystem, url: 'https://hooks.acme.com/twinlock', problem: 'It accepted nothing.' },
  'network-verification-declined': { ...ofNetwork, app: 'Payroll', memberName: 'Ada', reason: 'Pay 1,250 EUR' },
  'network-deletion-scheduled': { ...ofNetwork, until: at },
  'network-deletion-cancelled': ofNetwork,
  'network-ownership-transferred': { ...ofNetwork, email: 'ada@example.com' },
  'network-re-enrolment-cancelled': { ...ofNetwork, email: 'ada@example.com' },
  'notice-new-sign-in': notice,
  'notice-sign-in-unfinished': { ...notice, signIns: 2, failures: 5 },
  'notice-sign-in-locked': { ...notice, untilReset: true },
  'notice-two-factor-on': ofMethod,
  'notice-two-factor-off': notice,
  'notice-method-added': ofMethod,
  'notice-method-replaced': ofMethod,
  'notice-set-up-anew': ofMethod,
  'notice-method-removed': ofMethod,
  'notice-passkey-copied': notice,
  'notice-preferred-changed': ofMethod,
  'notice-backup-code-used': { ...notice, left: 3 },
  'notice-backup-codes-shown': notice,
  'notice-backup-codes-regenerated': notice,
  'notice-password-changed': notice,
  'notice-password-reset': notice,
  'notice-name-changed': notice,
  'notice-email-changed': notice,
  'notice-deletion-scheduled': { ...notice, until: at },
  'notice-deletion-cancelled': notice,
  'notice-network-sessions-ended': { ...notice, networkName: 'Acme' },
  'notice-email-restored': notice,
  'notice-device-trusted': notice,
  'notice-company-sign-in-joined': { ...notice, networkName: 'Acme' },
}
/** Every mail of a requirement but those that leave nothing to do. */
const mandateToDo = Object.keys(mailTemplates).filter(
  (name) => name.startsWith('mandate-') && !/ready|sso|deactivated|setting/.test(name),
)
const names = Object.keys(mailTemplates) as MailTemplateName[]
const example = (name: MailTemplateName) => renderStored(name, examples[name], {})

describe.each(names)('the mail %s', (name) => {
  it('has a subject of one line, a text and a page', async () => {
    const { subject, text, html } = await example(name)
    expect(subject).toMatch(/^\S.{5,120}$/)
    expect(text.trim()).not.toBe('')
    expect(html).toContain('<html dir="ltr" lang="en">')
    expect(html).toContain(`<title>${subject?.replaceAll("'", '&#x27;')}</title>`)
  })

  it('leaves no hole where something should stand', async () => {
    const { subject, text, html } = await example(name)
    expect(`${subject}${text}${html}`).not.toMatch(/undefined|null|\[object|NaN|Invalid Date/)
  })

  it('fetches only the logo, which identifies no reader, and links to nowhere else', async () => {
    const { html } = await example(name)
    expect(html).not.toMatch(/<script|url\(/)
    const sources = [...(html ?? '').matchAll(/src="([^"]*)"/g)].map(([, source]) => source)
    expect(sources).toEqual(['https://id.example.com/mail-logo.png'])
    const links = [...(html ?? '').matchAll(/href="([^"]*)"/g)].map(([, link]) => link)
    for (const link of links) expect(link).toMatch(/^https:\/\/id\.example\.com\//)
  })

  it('speaks as a calm colleague', async () => {
    const { subject, text } = await example(name)
    const words = `${subject} ${text}`.replaceAll(/two-factor/gi, '')
    expect(words).not.toMatch(
      /mandate|grace|standing|overdue|factor|evidence|reauthenticate|mailbox|step-up|invalid|oops|!/i,
    )
  })

  it('says in text what it says in HTML', async () => {
    const { text, html } = await example(name)
    const shown = (html ?? '').replace(/<style>.*<\/style>/s, '').replace(/&#x27;/g, "'")
    const words = text.split(/\n+/).flatMap((line) => line.replace(/^(-- |[^:]+: )/, '').trim() || [])
    for (const line of words) expect(shown).toContain(line.replace(/'/g, "'"))
  })
})

it("shows the operator's own logo on a light ground, which the dark mode leaves, beside the name", async () => {
  const logo = 'https://acme.example/logo.png'
  const { html } = await createRenderMessage(new URL('https://id.example.com'), 'Acme ID', logo)('sign-up-code', code)
  const [image = ''] = /<img[^>]*>/.exec(html ?? '') ?? []
  expect(image).toContain(`src="${logo}"`)
  expect(image).toMatch(/alt=""/)
  expect(image).toMatch(/background-color:#FFFFFF/)
  expect(image).not.toContain('class=')
  expect(html).toMatch(/<img[^>]*>Acme ID/)
})

describe('a code', () => {
  it.each(['sign-up-code', 'mailbox-code'] as const)('is the first six digits in the text of %s', async (name) => {
    const { text, subject } = await example(name)
    expect(/\d{6}/.exec(text)?.[0]).toBe('482913')
    expect(subject).not.toContain('482913')
  })

  it('comes before six digits that a browser says about itself', async () => {
    const props = { ...code, origin: { device: '123456', address: '2001:db8:123456::1' } }
    const { text } = await render('mailbox-code', props)
    expect(/\d{6}/.exec(text)?.[0]).toBe('482913')
  })
})

describe('an SMS', () => {
  it.each<[CodeSmsTemplateName, string]>([
    ['sign-in-sms', '482913 is your Twinlock sign-in code. Never share it.\n\n@id.example.com #482913'],
    ['set-up-sms', '482913 is your Twinlock set-up code. Never share it.\n\n@id.example.com #482913'],
    [
      'confirmation-sms',
      "482913 is your Twinlock code to confirm it's you. Never share it.\n\n@id.example.com #482913",
    ],
  ])('%s is this text, to the letter', async (name, text) => {
    expect(await render(name, code)).toEqual({ subject: null, text, html: null })
    expect(text.length).toBeLessThanOrEqual(160)
  })

  it('a warning is fixed words and the host, and fits into one text', async () => {
    const { text } = await render('re-enrolment-granted-sms', { expiresAt: at })
    expect(text).toBe(
      "Twinlock: an admin has let you set up your second step again. If you didn't ask for this, stop it with the link in our email. id.example.com",
    )
    expect(text.length).toBeLessThanOrEqual(160)
  })

  it('binds the code to the host without its port', async () => {
    const local = createRenderMessage(new URL('http://localhost:4000'))
    expect((await local('sign-in-sms', code)).text.split('\n').at(-1)).toBe('@localhost #482913')
  })
})

describe('a link', () => {
  it.each([
    ['password-reset-link', 'https://id.example.com/reset-password#token=T0ken'],
    ['invitation', 'https://id.example.com/invitation#token=T0ken'],
    ['export-link', 'https://id.example.com/export#token=T0ken'],
    ['email-changed', 'https://id.example.com/email/undo#token=emu_T0ken'],
    ['re-enrolment-granted', 'https://id.example.com/recovery/cancel#token=rgr_T0ken'],
  ] as const)('of %s carries its token where no server sees it', async (name, link) => {
    const { text, html } = await example(name)
    expect(text).toContain(link)
    expect(html).toContain(`href="${link}"`)
  })

  it('begins with the public address as it was given, path and port included', async () => {
    const deep = createRenderMessage(new URL('http://localhost:4000/twinlock/'))
    expect((await deep('password-reset-link', examples['password-reset-link'])).text).toContain(
      'http://localhost:4000/twinlock/reset-password#token=T0ken',
    )
  })
})

describe('names that other people chose', () => {
  const hostile = {
    ...examples.invitation,
    networkName: 'Acme\r\nBcc: eve@evil.test\r\n\r\n<script>alert(1)</script>',
    inviterName: `https://evil.test/win www.evil.test \u202Eeve ${'x'.repeat(10_000)}`,
  }

  it('stay on one line of the subject, shortened', async () => {
    const { subject } = await render('invitation', hostile)
    expect(subject).not.toMatch(/[\r\n\u202e\u2060]/)
    expect(subject?.length).toBeLessThan(200)
  })

  it('are words in the HTML, not markup', async () => {
    const { html } = await render('invitation', hostile)
    expect(html).not.toContain('<script>')
    expect(html).toContain('&lt;script&gt;')
  })

  it('leave a dash where there is nothing to see of them', async () => {
    const unseen = { ...examples.invitation, networkName: '\u200b', inviterName: '\u3164' }
    const { subject, text } = await render('invitation', unseen)
    expect(subject).toMatch(/^— invited/)
    expect(text).toContain('—')
  })

  it('make no link', async () => {
    const { text } = await render('invitation', hostile)
    expect(text).not.toMatch(/https?:\/\/evil|www\.evil|evil\.test/)
  })
})

describe('a help contact', () => {
  const textOf = async (helpContact: string) =>
    (await render('mandate-activated-to-do', { ...deadline, helpContact })).text

  it('makes no link', async () => {
    for (const contact of ['https://evil.test/sso', 'it@acme.com or www.evil.test', 'x@y:z@evil.test/sso'])
      expect(await textOf(contact), contact).not.toMatch(/https?:\/\/evil|www\.evil|evil\.test/)
  })

  it('is an email address that can be copied, where it is one', async () => {
    expect(await textOf('Kim (kim.it@acme.co.uk).')).toContain('Ask Kim (kim.it@acme.co.uk).')
  })
})

describe('a mail to a whole network', () => {
  it('is made once for all who get it', async () => {
    const first = render('mandate-reminder', deadline)
    expect(await render('mandate-reminder', { ...deadline })).toBe(await first)
    expect(await render('mandate-reminder', { ...deadline, networkName: 'Other' })).not.toBe(await first)
  })

  it.each(names.filter((name) => mandateToDo.includes(name)))(
    '%s says the way there without clicking',
    async (name) => {
      expect((await example(name)).text).toMatch(/prefer not to click links, open id\.example\.com/)
    },
  )

  it.each(['mandate-activated-to-do', 'mandate-reminder', 'mandate-deadline-passed'] as const)(
    '%s tells a person with another method which ones count, and sends them to their account',
    async (name) => {
      const props = { ...deadline, addOneOf: ['AUTHENTICATOR_APP' as const, 'PASSKEY' as const] }
      const { subject, text } = await render(name, props)
      expect(text).toContain('but not with a method that Acme accepts. Accepted there: authentication app and passkey.')
      expect(subject).not.toMatch(/set up/i)
      expect(text).not.toMatch(/set it up|\/set-up/i)
      expect(text).toMatch(/prefer not to click links, open id\.example\.com, sign in, then choose Account\./)
    },
  )

  it('says until when with weekday, time and zone, and in UTC', async () => {
    const { subject, text } = await render('mandate-activated-to-do', deadline)
    expect(subject).toBe('Set up two-factor authentication for Acme by Tue 12 May, 17:00 CEST')
    expect(text).toContain('Until: Tue 12 May, 17:00 CEST (15:00 UTC)')
    expect(text).toContain('Maria Lopez made two-factor authentication required. It takes about 3 minutes.')
    expect(text).toContain('If you miss the deadline, you’ll set it up the next time you sign in. Nothing is deleted.')
  })
})

it('a code or a link that ends soon says for how many minutes it works, in any zone', async () => {
  for (const name of ['sign-up-code', 'mailbox-code', 'email-change-code'] as const)
    expect((await render(name, { ...code, origin })).text).toContain('It works for 10 minutes after you first asked')
  const link = { token: 'T0ken', expiresAt: at, origin }
  expect((await render('password-reset-link', link)).text).toContain('The link works once, for 30 minutes.')
  expect((await render('password-reset-link', link, { locale: 'pl' })).text).toContain(
    'Link działa raz, przez 30 minut.',
  )
})

it('shows other moments in the time zone of the reader, and in UTC where that is unknown', async () => {
  const link = { token: 'T0ken', expiresAt: at, origin }
  const { text } = await renderStored('export-link', link, { timeZone: 'Europe/Madrid' })
  expect(text).toContain('until Tue 12 May, 17:00 CEST')
  expect((await renderStored('export-link', link, {})).text).toContain('12 May, 15:00 UTC')
})

it('texts that could not be loaded once are loaded for the next message', async () => {
  const load = vi.fn(loadMessageTexts).mockRejectedValueOnce(new Error('The file is away.'))
  const renderLate = createRenderMessage(new URL('https://id.example.com'), 'Twinlock', null, load)
  await expect(renderLate('sign-in-sms', code)).rejects.toThrow('The file is away.')
  expect((await renderLate('sign-in-sms', code)).text).toContain(code.code)
  await renderLate('set-up-sms', code)
  expect(load, 'and then kept').toHaveBeenCalledTimes(2)
})

it('a template of a newer version is refused, so that the message waits for it', async () => {
  await expect(renderStored('of-tomorrow', {}, {})).rejects.toThrow('of-tomorrow')
  await expect(renderStored('toString', {}, {})).rejects.toThrow('toString')
})

it.each([
  [10, '10 are left.'],
  [4, '4 are left.'],
  [3, 'Only 3 are left. Create a new set on your Account page.'],
  [1, 'Only one is left. Create a new set on your Account page.'],
  [0, 'None are left. Create a new set on your Account page while you can still sign in.'],
])('after a backup code was used and %i are left, the mail says so', async (left, words) => {
  expect((await render('notice-backup-code-used', { ...notice, left })).text).toContain(words)
})
