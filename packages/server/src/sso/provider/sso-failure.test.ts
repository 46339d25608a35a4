import { ClientError } from 'openid-client'
import { expect, test } from 'vitest'
import { UnreachableTargetError } from '../../platform/http/outbound-fetch.js'
import { ssoFailureOf } from './sso-failure.js'

test('an Admin reads why a provider could not be asked, without what the library says around it', () => {
  const cause = new UnreachableTargetError('https://login.acme.com does not answer.', {
    cause: new Error('connect ECONNREFUSED'),
  })
  expect(ssoFailureOf(new ClientError('something went wrong', { cause }))).toMatchObject({
    reason: 'PROVIDER_DOWN',
    detail: 'https://login.acme.com does not answer: connect ECONNREFUSED',
  })
})
