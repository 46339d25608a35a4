import { type DemoPerson, demoPeople } from './people.js'

// What runs beside a server that is tried out: `DEMO_PROVIDER_ISSUER` is its own address, `DEMO_PROVIDER_FOR` the
// server's as browsers know it, and `DEMO_PROVIDER_TELLS` as it is reached from here, where that is another one.
// `DEMO_PROVIDER_PEOPLE`, as JSON, takes the place of its two people.
const issuer = process.env.DEMO_PROVIDER_ISSUER ?? 'http://localhost:4010'
const clientUrl = process.env.DEMO_PROVIDER_FOR ?? 'http://localhost:4000'
const clientUrlFromHere = process.env.DEMO_PROVIDER_TELLS ?? clientUrl
const written = process.env.DEMO_PROVIDER_PEOPLE
const people = structuredClone(written ? (JSON.parse(written) as DemoPerson[]) : demoPeople)

// The library reminds of what production needs; this is none, and its words would stand among the server's.
console.info = () => undefined
console.warn = () => undefined
// Imported only now: it speaks as it is loaded.
const { createDemoServer } = await import('./demo-server.js')

const server = createDemoServer({ issuer, clientUrl, clientUrlFromHere, people })
server.listen(Number(new URL(issuer).port), '127.0.0.1', () => {
  process.stdout.write(`The demo identity provider is ready at ${issuer}\n`)
})
server.on('error', (error) => {
  process.stderr.write(`The demo identity provider cannot start: ${error.message}\n`)
  process.exit(1)
})

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    server.closeAllConnections()
    server.close(() => process.exit(0))
  })
}
