import { ClientError } from 'openid-client'
import { expect, test } from 'vitest'
import { UnreachableTargetError } from '../../platform/http/outbound-fetch.js'
import { troubleOf } from './sso-trouble.js'

test('an Admin reads why a provider could not be asked, without what the library says around it', () => {
  const cause = new UnreachableTargetError('https://login.acme.com does not answer.', {
    cause: new Error('connect ECONNREFUSED'),
  })
  expect(troubleOf(new ClientError('something went wrong', { cause }))).toMatchObject({
    trouble: 'PROVIDER_DOWN',
    detail: 'https://login.acme.com does not answer: connect ECONNREFUSED',
  })
})
