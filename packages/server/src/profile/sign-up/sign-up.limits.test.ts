import { HOUR } from '@twinlock/shared/durations'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { startTestApp, type TestApp } from '../../testing/test-app.js'

let testApp: TestApp
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
})
afterAll(() => testApp.close())

const begin = (email: string, address: string) =>
  testApp
    .browser(address)
    .field(
      'mutation($input: SignUpInput!) { signUp(input: $input) { __typename ... on TooManyAttempts { retryAt } } }',
      { input: { name: 'Ada', email, password: 'correct horse battery staple' } },
    )
const sent = { __typename: 'EmailConfirmationSent' }
const tooMany = (ms: number) => ({
  __typename: 'TooManyAttempts',
  retryAt: new Date(testApp.clock.now().getTime() + ms).toISOString(),
})
const times = (count: number) => Array.from({ length: count }, (_, place) => place)

test('five mails an hour and ten a day go to one mailbox, from wherever they are requested', async () => {
  const mail = (place: number) => begin('Ada@Example.com', `198.18.1.${place}`)
  for (const place of times(5)) expect(await mail(place)).toEqual(sent)
  expect(await mail(5)).toEqual(tooMany(HOUR))
  testApp.clock.advance(HOUR - 1)
  expect(await mail(6)).toEqual(tooMany(1))
  testApp.clock.advance(1)
  for (const place of times(5)) expect(await mail(10 + place)).toEqual(sent)
  testApp.clock.advance(HOUR)
  expect(await mail(20)).toEqual(tooMany(22 * HOUR))
  testApp.clock.advance(22 * HOUR)
  expect(await mail(21)).toEqual(sent)
})

test('sixty sign-ups an hour come from one address', async () => {
  const answers = []
  for (const place of times(61)) answers.push(await begin(`somebody${place}@example.com`, '198.18.2.1'))
  expect(answers.slice(0, 60)).toEqual(times(60).map(() => sent))
  expect(answers[60]).toEqual(tooMany(HOUR))
  expect(await begin('somebody99@example.com', '198.18.2.2'), 'another address has its own').toEqual(sent)
  testApp.clock.advance(HOUR)
  expect(await begin('somebody98@example.com', '198.18.2.1')).toEqual(sent)
})

test('a hundred at once at one mailbox are five', async () => {
  const answers = []
  // As many at a time as passwords may wait for their hash.
  for (const round of times(4))
    answers.push(
      ...(await Promise.all(times(25).map((place) => begin('bob@example.com', `198.18.${3 + round}.${place}`)))),
    )
  expect(answers.filter(({ __typename }) => __typename === 'EmailConfirmationSent')).toHaveLength(5)
})
