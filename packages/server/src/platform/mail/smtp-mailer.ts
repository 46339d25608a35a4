import { createHash } from 'node:crypto'
import type { Transporter } from 'nodemailer'
import type { Clock } from '../clock/clock.js'
import { type DeliveryOutcome, delivered, providerDown, refusedForGood, refusedForNow } from '../delivery-outcome.js'
import { loopbackNames } from '../http/addresses.js'
import { isPlainAddress, type Mail, type Mailer } from './mailer.js'

const longestSubject = 200

export interface SmtpMailerOptions {
  /** smtp:// or smtps://, with user, password and nodemailer's own options in the query if need be. */
  url: string
  /** "Twinlock <no-reply@example.com>" or the plain address. */
  from: string
  /** What the server is greeted with (EHLO). */
  name: string
  clock: Clock
  /** Pooled connections; one more than the worker uses at once keeps a code from queueing behind bulk mail. */
  maxConnections?: number
  /** Milliseconds for a connection, for silence, and for a whole message however slowly it trickles. */
  timeouts?: { connect: number; silence: number; message: number }
}

/** Sends through any SMTP server, over pooled connections. */
export function createSmtpMailer(options: SmtpMailerOptions): Mailer {
  const { url, from, name, clock, maxConnections = 10 } = options
  const { connect, silence, message } = options.timeouts ?? { connect: 5_000, silence: 10_000, message: 20_000 }
  let transport: Promise<Transporter> | undefined
  // Loaded with the first mail: no answer needs it.
  const open = () => {
    transport ??= import('nodemailer').then(({ createTransport }) => createTransport(settings))
    return transport
  }
  const settings = {
    pool: true,
    url,
    name,
    maxConnections,
    connectionTimeout: connect,
    greetingTimeout: connect,
    socketTimeout: silence,
    // Once again at most, and only when not a byte of the message had left: the outbox retries the rest.
    maxRequeues: 1,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...tlsOf(url),
  }
  const sender = addressOf(from)

  return {
    async send(mail) {
      if (!isPlainAddress(mail.to)) return refusedForGood('The recipient is not one plain address.')
      try {
        await (await open()).sendMail({
          from,
          to: { name: '', address: mail.to },
          // The envelope must not depend on how a server parses the header.
          envelope: { from: sender, to: [mail.to] },
          subject: oneLine(mail.subject),
          text: mail.text,
          html: mail.html,
          messageId: messageIdOf(mail, sender),
          date: clock.now(),
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
          signal: AbortSignal.timeout(message),
        })
        return delivered
      } catch (error) {
        return outcomeOf(error)
      }
    },
    async close() {
      const opened = await transport
      opened?.close()
    },
  }
}

function outcomeOf(error: unknown): DeliveryOutcome {
  return outcomeOfSmtpError(error instanceof Error ? error : new Error('unknown'))
}

/** The same message has the same Message-ID (RFC 5322 3.6.4) every time it is sent, and the ID reveals nothing about it. */
function messageIdOf({ id }: Mail, sender: string): string {
  const digest = createHash('sha256').update(id).digest('base64url')
  return `<${digest}@${sender.slice(sender.lastIndexOf('@') + 1)}>`
}

/** A password never travels in the clear, except on this machine. */
function tlsOf(url: string): { requireTLS?: true } {
  const { protocol, username, hostname } = new URL(url)
  return protocol === 'smtp:' && username !== '' && !loopbackNames.includes(hostname) ? { requireTLS: true } : {}
}

function addressOf(from: string): string {
  const address = /<([^<>]*)>\s*$/.exec(from)?.[1] ?? from.trim()
  if (!isPlainAddress(address)) throw new Error(`The sender "${from}" is not an address, nor a name with one in <>.`)
  return address
}

function oneLine(subject: string): string {
  const line = subject.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()
  return line.length <= longestSubject ? line : `${[...line].slice(0, longestSubject - 1).join('')}…`
}

/** What nodemailer adds to an error; its message and the server's words may quote the recipient, so they are left out. */
interface SmtpError extends Error {
  code?: string
  responseCode?: number
}

/** The server wants a login or TLS first (RFC 4954 6, RFC 3207 4): our configuration is wrong, not the message. */
const wantsLogin = [530, 534, 535, 538]
const closing = 421

/** RFC 5321 4.2.1: 4yz is "not now", 5yz "never"; whatever else goes wrong is the connection's fault, thus "not now". */
export function outcomeOfSmtpError({ code = 'unknown', responseCode }: SmtpError): DeliveryOutcome {
  const isAboutMessage = code === 'EENVELOPE' || code === 'EMESSAGE'
  if (!isAboutMessage || responseCode === closing || wantsLogin.includes(responseCode ?? 0)) {
    return providerDown(`No mail server took it (${code}${responseCode ? `, ${responseCode}` : ''}).`)
  }
  const reason = `The mail server refused it (${code}, ${responseCode ?? 'no code'}).`
  // 503 says that the session was out of step, which the next one is not.
  const isForGood = responseCode !== undefined && responseCode >= 500 && responseCode !== 503
  return isForGood ? refusedForGood(reason) : refusedForNow(reason)
}
