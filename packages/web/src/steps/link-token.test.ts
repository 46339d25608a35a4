import { afterEach, expect, test } from 'vitest'
import { restoreLinkToken, tokenOfAddress } from './link-token'

const TOKEN = `${'aB3-_'.repeat(8)}xyz`
const OF_GRANT = `rgr_${'g'.repeat(20)}.${TOKEN}`

afterEach(() => window.history.replaceState(null, '', '/'))

function open(address: string) {
  window.history.replaceState(null, '', address)
  restoreLinkToken()
  return { path: window.location.pathname + window.location.search, token: tokenOfAddress() }
}

test.each([
  ['as it was mailed', `#token=${TOKEN}`],
  ['with # as %23', `%23token=${TOKEN}`],
  ['with # and = encoded', `%23token%3D${TOKEN}`],
  ['encoded twice', `%2523token%253d${TOKEN}`],
  ['with # as ?', `?token=${TOKEN}`],
  ['behind what a newsletter tool adds', `?utm_source=mail%23token=${TOKEN}`],
  ['behind a query', `?utm_source=mail&token=${TOKEN}`],
  ['with the full stop of the sentence', `#token=${TOKEN}.`],
  ['with the bracket around it', `#token=${TOKEN}>`],
  ['with what a newsletter tool adds behind', `#token=${TOKEN}&utm_source=mail`],
])('a mailed link that a gateway left %s is read', (_, rest) => {
  expect(open(`/reset-password${rest}`)).toMatchObject({ token: TOKEN })
  expect(window.location.pathname).toBe('/reset-password')
  expect(window.location.href).not.toMatch(/%23|\?token|&token=a/)
})

test('a token that carries the id of what it takes back is read whole', () => {
  expect(open(`/recovery/cancel%23token=${OF_GRANT}`)).toEqual({ path: '/recovery/cancel', token: OF_GRANT })
})

test.each(['', '#', '#tok', '#token=', `#token=${TOKEN.slice(0, 42)}`, '?token=short', '#other=1'])(
  'an address that ends in %j has no token',
  (rest) => {
    expect(open(`/reset-password${rest}`).token).toBe('')
  },
)

test('an address that needs nothing stays as it is', () => {
  expect(open('/networks/acme?tab=1&search=%23token').path).toBe('/networks/acme?tab=1&search=%23token')
})
