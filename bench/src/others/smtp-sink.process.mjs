// A local SMTP server that takes every mail and keeps none; it counts them, and says when the first and the last came.
import { SMTPServer } from 'smtp-server'

let tally
const reset = () => {
  tally = { count: 0, firstAt: null, lastAt: null, bytes: 0 }
}
reset()

const server = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  logger: false,
  onData(stream, _session, done) {
    stream.on('data', (chunk) => {
      tally.bytes += chunk.length
    })
    stream.on('end', () => {
      const now = Date.now()
      tally.count += 1
      tally.firstAt ??= now
      tally.lastAt = now
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
