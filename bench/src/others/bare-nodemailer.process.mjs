// The floor under a mailing: nodemailer's own pool sending mails of the same size, nothing stored, nothing rendered.
import { createTransport } from 'nodemailer'
import { underLoad } from '../harness/load.mjs'

const CONNECTIONS = 10
const transport = createTransport({
  pool: true,
  url: process.env.SMTP_URL,
  maxConnections: CONNECTIONS,
  maxMessages: Infinity,
})

process.on('message', async ({ count, bytes }) => {
  // A mail of ours is one part of text to about eight of HTML; the rest is headers and encoding.
  const text = 'Everyone needs it. '.repeat(Math.ceil(bytes / 10 / 19))
  const html = '<p>Everyone needs it.</p>\n'.repeat(Math.ceil((bytes * 0.8) / 26))
  const recipients = Array.from({ length: count }, (_, place) => `m${place}@bench.example`)
  const load = await underLoad(recipients, CONNECTIONS, (to) =>
    transport.sendMail({ from: 'Twinlock <twinlock@localhost>', to, subject: 'Everyone needs it', text, html }),
  )
  process.send(load)
})
console.log('ready')
