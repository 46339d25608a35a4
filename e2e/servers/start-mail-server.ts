import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import type { Message } from './twinlock'

export type MailServer = {
  /** For SMTP_URL. */
  url: string
  /** What was delivered, newest first. */
  received(): readonly Message[]
  stop(): Promise<void>
}

/** A real mail server on this machine, which takes every mail in. */
export async function startMailServer(): Promise<MailServer> {
  const mails: Message[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    async onData(stream, session, done) {
      const chunks: Buffer[] = []
      for await (const chunk of stream) chunks.push(chunk as Buffer)
      const raw = Buffer.concat(chunks).toString('utf8')
      for (const { address } of session.envelope.rcptTo) mails.unshift(messageOf(raw, address, mails.length))
      done()
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    received: () => mails,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** As much of RFC 5322 and 2045 as it takes to read the text part of a mail of ours. */
function messageOf(raw: string, to: string, number: number): Message {
  const textPart = /Content-Type: text\/plain[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/i.exec(raw)
  const isQuoted = /quoted-printable/i.test(textPart?.[0] ?? '')
  const body = textPart?.[1] ?? ''
  return {
    id: String(number),
    channel: 'email',
    to,
    subject: /^Subject: (.*)$/im.exec(raw)?.[1]?.trim() ?? null,
    text: isQuoted ? unquoted(body) : body,
    html: null,
    sentAt: new Date().toISOString(),
  }
}

function unquoted(text: string): string {
  return text
    .replaceAll(/=\r\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}
