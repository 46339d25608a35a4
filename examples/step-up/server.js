// A shop that pays nothing before it is sure who asks. Run it beside Twinlock:
//
//   KEY=twl_… MEMBER=ada@example.com node server.js
//
// KEY needs the scope verifications:write and the return address http://localhost:8080/confirmed.
import { createHash, randomUUID } from 'node:crypto'
import express from 'express'
import { createRemoteJWKSet, jwtVerify } from 'jose'

const { TWINLOCK = 'http://localhost:4000', ISSUER = TWINLOCK, KEY = '', MEMBER = '', PORT = '8080' } = process.env
const payment = { reason: 'Pay an invoice', amount: '1,250.00 EUR', payee: 'Blue Shipping Ltd' }
const keys = createRemoteJWKSet(new URL('/.well-known/jwks.json', TWINLOCK))
/** What was asked and is not answered yet, by the state that comes back with the person. */
const pending = new Map()

const app = express()

app.get('/', (_request, response) => {
  response.send(`<h1>${payment.reason}</h1><p>${payment.amount} to ${payment.payee}</p>
    <form method="post" action="/pay"><button>Pay</button></form>`)
})

// The user signed in here is MEMBER; a real shop takes the address from its own session.
app.post('/pay', async (_request, response) => {
  const asked = { state: randomUUID(), nonce: randomUUID() }
  const { startVerification } = await ask(
    `mutation($input: StartVerificationInput!) {
      startVerification(input: $input) {
        __typename
        ... on VerificationStarted { verification { id url } }
        ... on UserError { message }
      }
    }`,
    { input: { member: { email: MEMBER }, ...payment, ...asked, returnUrl: `http://localhost:${PORT}/confirmed` } },
  )
  if (startVerification.__typename !== 'VerificationStarted')
    return response.status(502).send(startVerification.message)
  const { id, url } = startVerification.verification
  pending.set(asked.state, { id, nonce: asked.nonce })
  // RFC 9470 names for clients that call this as an API; a browser follows the address.
  response.set('WWW-Authenticate', 'Bearer error="insufficient_user_authentication", max_age=0')
  response.redirect(303, url)
})

app.get('/confirmed', async (request, response) => {
  const asked = pending.get(String(request.query.state))
  // One use: a user who reloads the page pays once.
  pending.delete(String(request.query.state))
  if (!asked) return response.status(400).send('<h1>Nothing to confirm</h1>')
  // The address proves nothing; the result is fetched, and vouches for itself.
  const { verification } = await ask('query($id: ID!) { verification(id: $id) { status token } }', { id: asked.id })
  if (verification.status !== 'COMPLETED') return response.status(403).send(`<h1>Not paid: ${verification.status}</h1>`)
  const { payload } = await jwtVerify(verification.token, keys, {
    issuer: ISSUER,
    audience: KEY.split('_')[1],
    algorithms: ['ES256'],
  })
  const shown = createHash('sha256')
    .update([payload.app, payment.reason, payment.amount, payment.payee].join('\n'))
    .digest('base64url')
  const isOurs = payload.jti === asked.id && payload.nonce === asked.nonce && payload.shown_hash === shown
  response.status(isOurs ? 200 : 403).send(isOurs ? `<h1>Paid ${payment.amount}</h1>` : '<h1>Not paid</h1>')
})

async function ask(query, variables) {
  const answer = await fetch(new URL('/graphql', TWINLOCK), {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${KEY}` },
    body: JSON.stringify({ query, variables }),
  })
  const { data, errors } = await answer.json()
  if (errors) throw new Error(errors.map(({ message }) => message).join(' '))
  return data
}

app.listen(Number(PORT), 'localhost', () => console.log(`The shop is open at http://localhost:${PORT}`))
