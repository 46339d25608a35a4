// A local SMTP server that takes every mail and keeps none; it counts them, says when the first and the last came, and
// how many addresses got more than one.
import { SMTPServer } from 'smtp-server'

let tally
let addressed
const reset = () => {
  tally = { count: 0, firstAt: null, lastAt: null, bytes: 0, repeated: 0 }
  addressed = new Map()
}
reset()

const server = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  logger: false,
  onData(stream, { envelope }, done) {
    stream.on('data', (chunk) => {
      tally.bytes += chunk.length
    })
    stream.on('end', () => {
      const now = Date.now()
      tally.count += 1
      tally.firstAt ??= now
      tally.lastAt = now
      for (const { address } of envelope.rcptTo) {
        const mails = (addressed.get(address) ?? 0) + 1
        addressed.set(address, mails)
        if (mails === 2) tally.repeated += 1
      }
      done()
    })
  },
})
server.on('error', () => {})
process.on('message', (question) => {
  if (question === 'reset') reset()
  process.send(tally)
})
server.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('ready'))
