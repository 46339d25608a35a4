import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerOptions, type SMTPServerSession } from 'smtp-server'

export interface ReceivedMail {
  envelope: { from: string; to: string[] }
  headers: string
  raw: string
  messageId: string
}

export interface LocalSmtpServer {
  url: string
  port: number
  received: ReceivedMail[]
  close(): Promise<void>
}

export interface LocalSmtpServerOptions {
  /** 0 picks a free one. */
  port?: number
  host?: string
  /** What to answer once a mail has arrived: nothing accepts it, a number refuses it with that code. */
  answer?: (mail: ReceivedMail, session: SMTPServerSession) => number | undefined | Promise<number | undefined>
  options?: SMTPServerOptions
}

/** A real SMTP server on this machine that remembers what it accepted. */
export async function startSmtpServer({
  port = 0,
  host = '127.0.0.1',
  answer,
  options,
}: LocalSmtpServerOptions = {}): Promise<LocalSmtpServer> {
  const received: ReceivedMail[] = []
  const server = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 100,
    async onData(stream, session, done) {
      const mail = await readMail(stream, session).catch(() => null)
      if (!mail) return done(new Error('The client went away in the middle'))
      const refusal = await answer?.(mail, session)
      if (refusal) return done(Object.assign(new Error('Not this one'), { responseCode: refusal }))
      received.push(mail)
      done()
    },
    ...options,
  })
  // Clients that go away in the middle are what these tests are about.
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(port, host, resolve))
  const address = server.server.address() as AddressInfo
  return {
    url: `smtp://${host}:${address.port}`,
    port: address.port,
    received,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

async function readMail(stream: SMTPServerDataStream, { envelope }: SMTPServerSession): Promise<ReceivedMail> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  const raw = Buffer.concat(chunks).toString('utf8')
  const headers = raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ')
  const from = envelope.mailFrom ? envelope.mailFrom.address : ''
  const messageId = /^Message-ID: (.*)$/im.exec(headers)?.[1] ?? ''
  return { envelope: { from, to: envelope.rcptTo.map(({ address }) => address) }, headers, raw, messageId }
}
