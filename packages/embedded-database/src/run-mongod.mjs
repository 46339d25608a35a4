// Usage: node run-mongod.mjs MONGOD DBPATH
// Runs mongod as a replica set of one. Prints "listening PORT PID" once it accepts connections, and ends it when our
// standard input ends, which it also does when our parent is killed: mongod itself would live on.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

const [mongod = '', dbPath = ''] = process.argv.slice(2)
const port = await freePort()
const child = spawn(
  mongod,
  [
    ...['--dbpath', dbPath, '--bind_ip', '127.0.0.1', '--port', String(port), '--replSet', 'twinlock'],
    // Beside a server, a browser and tests: by default the cache takes half of the memory and the oplog 5% of the disk.
    ...['--wiredTigerCacheSizeGB', '0.5', '--oplogSize', '512', '--quiet'],
    // Nobody has to be moved elsewhere when a set of one ends.
    ...['--setParameter', 'shutdownTimeoutMillisForSignaledShutdown=0'],
    ...['--setParameter', 'diagnosticDataCollectionEnabled=false'],
    // The files of a dropped collection stay open for snapshots of the last five minutes, which nobody reads here: a
    // run of the tests drops hundreds of databases, and mongod ends when it may open no more files.
    ...['--setParameter', 'minSnapshotHistoryWindowInSeconds=0'],
  ],
  // Its log goes to our error stream, of which the end is shown when it does not start.
  { stdio: ['ignore', process.stderr, process.stderr] },
)
child.once('error', (error) => {
  console.error(String(error))
  process.exit(1)
})
child.once('exit', (code) => process.exit(code ?? 1))
process.stdin.once('end', () => child.kill('SIGTERM')).resume()

while (!(await accepts(port))) await pause(20)
console.log(`listening ${port} ${child.pid}`)

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
  server.close()
  return port
}

/** @param {number} port */
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
