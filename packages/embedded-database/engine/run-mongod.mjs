// Usage: node run-mongod.mjs MONGOD DBPATH
// Prints "listening PORT PID" once mongod accepts connections, and ends it when our standard input ends,
// which it also does when our parent is killed: mongod itself would live on.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

const [mongod, dbPath] = process.argv.slice(2)
const port = await freePort()
const child = spawn(mongod, ['--dbpath', dbPath, '--bind_ip', '127.0.0.1', '--port', String(port), '--quiet'], {
  // Its log goes to our error stream, of which the end is shown when it does not start.
  stdio: ['ignore', process.stderr, process.stderr],
})
child.once('error', (error) => {
  console.error(String(error))
  process.exit(1)
})
child.once('exit', (code) => process.exit(code ?? 1))
process.stdin.once('end', () => child.kill('SIGTERM')).resume()

while (!(await accepts(port))) await pause(50)
console.log(`listening ${port} ${child.pid}`)

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  return port
}

async function accepts(port) {
  const socket = connect(port, '127.0.0.1')
  const answer = await Promise.race([
    once(socket, 'connect').then(
      () => true,
      () => false,
    ),
    pause(1_000, false),
  ])
  socket.destroy()
  return answer
}
