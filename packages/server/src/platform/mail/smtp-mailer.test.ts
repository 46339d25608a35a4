import { createServer, type Server, type Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import type { Mail, Mailer } from './mailer.js'
import { createSmtpMailer } from './smtp-mailer.js'
import { type LocalSmtpServer, type LocalSmtpServerOptions, startSmtpServer } from './smtp-server.fixture.js'

const clock = { now: () => new Date('2026-05-14T15:00:00Z') }
const mail: Mail = {
  id: 'event-1:mail',
  to: 'ada@example.com',
  subject: 'Hello',
  text: 'In text',
  html: '<p>In HTML</p>',
}
const closing: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

describe('a mail that goes through', () => {
  it('arrives at its one recipient, in text and HTML, dated by the clock', async () => {
    const server = await serve()
    expect(await mailerFor(server.url).send(mail)).toEqual({ status: 'delivered' })
    const [arrived] = server.received
    expect(arrived?.envelope).toEqual({ from: 'no-reply@twinlock.test', to: ['ada@example.com'] })
    expect(arrived?.headers).toMatch(/^From: Twinlock <no-reply@twinlock.test>$/m)
    expect(arrived?.headers).toMatch(/^Date: Thu, 14 May 2026 15:00:00 \+0000$/m)
    expect(arrived?.headers).toMatch(/^Auto-Submitted: auto-generated$/m)
    expect(arrived?.raw).toContain('In text')
    expect(arrived?.raw).toContain('<p>In HTML</p>')
  })

  it('has the same Message-ID when it is sent again, and another than other mails', async () => {
    const server = await serve()
    const mailer = mailerFor(server.url)
    await mailer.send(mail)
    await mailer.send(mail)
    await mailer.send({ ...mail, id: 'event-2:mail' })
    const [first, again, other] = server.received.map(({ messageId }) => messageId)
    expect(first).toMatch(/^<[\w-]{43}@twinlock\.test>$/)
    expect(again).toBe(first)
    expect(other).not.toBe(first)
  })

  it('shares a few connections when many leave at once', async () => {
    let connections = 0
    const server = await serve({ options: { onConnect: (_session, done) => done(void connections++ as undefined) } })
    const mailer = mailerFor(server.url, { maxConnections: 3 })
    await Promise.all(Array.from({ length: 30 }, (_, n) => mailer.send({ ...mail, id: `${n}` })))
    expect(server.received).toHaveLength(30)
    expect(connections).toBeLessThanOrEqual(3)
  })
})

describe('a recipient that tries to be more than one', () => {
  it.each([
    ['a second header', 'ada@example.com\r\nBcc: eve@evil.test'],
    ['a bare line feed', 'ada@example.com\nBcc: eve@evil.test'],
    ['a list', 'ada@example.com, eve@evil.test'],
    ['a list by semicolon', 'ada@example.com;eve@evil.test'],
    ['group syntax', 'friends: ada@example.com, eve@evil.test;'],
    ['an empty group', 'undisclosed-recipients:;'],
    ['a display name', 'Ada <ada@example.com>'],
    ['an address in a quoted local part', '"eve@evil.test x"@example.com'],
    ['a comment', 'ada(eve@evil.test)@example.com'],
    ['a bomb of comments', `${'('.repeat(100_000)}ada@example.com`],
    ['two signs', 'ada@evil.test@example.com'],
    ['a line separator', 'ada@example.com\u2028Bcc:eve@evil.test'],
    ['nothing', ''],
    ['ten thousand characters', `${'a'.repeat(10_000)}@example.com`],
  ])('is refused for good before any server is asked: %s', async (_name, to) => {
    const server = await serve()
    expect(await mailerFor(server.url).send({ ...mail, to })).toMatchObject({ status: 'failed', isPermanent: true })
    expect(server.received).toHaveLength(0)
  })

  it('cannot add a header through the subject', async () => {
    const server = await serve()
    const subject = 'Hello\r\nBcc: eve@evil.test\r\n\r\nA body of my own'
    await mailerFor(server.url).send({ ...mail, subject })
    expect(server.received[0]?.envelope.to).toEqual(['ada@example.com'])
    expect(server.received[0]?.headers).toMatch(/^Subject: Hello Bcc: eve@evil.test A body of my own$/m)
    expect(server.received[0]?.headers).not.toMatch(/^Bcc:/m)
  })
})

describe('a server that does not take the mail', () => {
  it.each([450, 451, 452])('is asked again after a %i', async (code) => {
    const server = await serve({ answer: () => code })
    expect(await mailerFor(server.url).send(mail)).toMatchObject({ isPermanent: false, isProviderDown: false })
  })

  it.each([550, 552, 554])('is not asked again after a %i', async (code) => {
    const server = await serve({ answer: () => code })
    expect(await mailerFor(server.url).send(mail)).toMatchObject({ isPermanent: true })
  })

  it('leaves the server’s text, which quotes the recipient, out of the reason', async () => {
    const refuse = Object.assign(new Error('<ada@example.com> is unknown, code 482913'), { responseCode: 550 })
    const server = await serve({ options: { onRcptTo: (_address, _session, done) => done(refuse) } })
    const outcome = await mailerFor(server.url).send(mail)
    expect(outcome).toMatchObject({ isPermanent: true })
    expect(JSON.stringify(outcome)).not.toMatch(/ada|482913/)
  })

  it('counts as down when nothing listens', async () => {
    const server = await startSmtpServer()
    await server.close()
    expect(await mailerFor(server.url).send(mail)).toMatchObject({ isPermanent: false, isProviderDown: true })
  })

  it('counts as down when it rejects our password: the operator can fix that', async () => {
    const server = await serve({
      options: { authOptional: false, onAuth: (_auth, _session, done) => done(new Error('No')) },
    })
    const url = server.url.replace('smtp://', 'smtp://user:wrong@')
    expect(await mailerFor(url).send(mail)).toMatchObject({ isPermanent: false, isProviderDown: true })
  })

  it('counts as down when it never greets', async () => {
    const url = await serveRaw(() => {})
    expect(await mailerFor(url).send(mail)).toMatchObject({ isPermanent: false, isProviderDown: true })
  })

  it('counts as down when it trickles its answer for ever', async () => {
    const url = await serveRaw((socket) => {
      const drip = setInterval(() => socket.write('220-still here\r\n'), 20)
      socket.on('close', () => clearInterval(drip))
    })
    expect(await mailerFor(url).send(mail)).toMatchObject({ isPermanent: false, isProviderDown: true })
  })

  it('is not sent the mail a second time by the mailer when it took it all and hung up', async () => {
    let bodies = 0
    const url = await serveRaw((socket) => {
      socket.write('220 here\r\n')
      let isBody = false
      socket.on('data', (chunk) => {
        const text = chunk.toString()
        if (isBody && text.endsWith('\r\n.\r\n')) {
          bodies++
          socket.destroy()
        } else if (text.startsWith('DATA')) {
          isBody = true
          socket.write('354 go on\r\n')
        } else if (!isBody) socket.write('250 fine\r\n')
      })
    })
    expect(await mailerFor(url).send(mail)).toMatchObject({ isPermanent: false, isProviderDown: true })
    expect(bodies).toBe(1)
  })
})

describe('how it is set up', () => {
  it('never sends a password in the clear to another machine', async () => {
    let logins = 0
    const server = await serve({
      // Anything but the names of this machine counts as another.
      host: '127.0.0.2',
      options: { onAuth: (_auth, _session, done) => done(null, { user: ++logins }) },
    })
    const outcome = await mailerFor(server.url.replace('smtp://', 'smtp://user:secret@')).send(mail)
    expect(outcome).toMatchObject({ isPermanent: false, isProviderDown: true })
    expect(logins).toBe(0)
  })

  it('greets the mail server with its own name, not with an address of this machine', async () => {
    const names: string[] = []
    const server = await serve({
      options: {
        onMailFrom: (_address, session, done) => {
          names.push(session.hostNameAppearsAs)
          done()
        },
      },
    })
    expect(await mailerFor(server.url).send(mail)).toEqual({ status: 'delivered' })
    expect(names).toEqual(['login.twinlock.test'])
  })

  it('refuses a sender that is no address', () => {
    expect(() => createSmtpMailer({ url: 'smtp://127.0.0.1', from: 'Twinlock', name: 'twinlock.test', clock })).toThrow(
      '"Twinlock"',
    )
  })
})

function mailerFor(url: string, { maxConnections = 2 } = {}): Mailer {
  const mailer = createSmtpMailer({
    url,
    from: 'Twinlock <no-reply@twinlock.test>',
    name: 'login.twinlock.test',
    clock,
    maxConnections,
    timeouts: { connect: 300, silence: 300, message: 600 },
  })
  closing.push(() => mailer.close())
  return mailer
}

async function serve(options?: LocalSmtpServerOptions): Promise<LocalSmtpServer> {
  const server = await startSmtpServer(options)
  closing.push(() => server.close())
  return server
}

async function serveRaw(onConnection: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>()
  const server: Server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    onConnection(socket)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(async () => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const address = server.address()
  return `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
}
