import { MINUTE } from '@twinlock/shared/durations'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { AccountCollection, newAccount } from '../../accounts/account.model.js'
import { type LocalSmtpServer, startSmtpServer } from '../../platform/mail/smtp-server.fixture.js'
import { newPerson } from '../../testing/person.js'
import { startTestApp, type TestApp } from '../../testing/test-app.js'

let testApp: TestApp
let mail: LocalSmtpServer
let answer: number | undefined
beforeAll(async () => {
  mail = await startSmtpServer({ answer: () => answer })
  testApp = await startTestApp(inject('mongodbUri'), { env: { SMTP_URL: mail.url } })
})
afterAll(async () => {
  await testApp.close()
  await mail.close()
})

const SIGN_UP =
  'mutation($input: SignUpInput!) { signUp(input: $input) { ... on EmailConfirmationSent { codeDelivery } } }'
const PROGRESS = '{ signUpProgress { codeDelivery } }'

/** One signs up with an address of their own, the other with one that has an account. */
async function twoSignUps() {
  const [free, taken] = [newPerson(testApp), newPerson(testApp)]
  const { email, name } = taken
  const account = newAccount({ email, emailKey: email, name, passwordHash: null, now: testApp.clock.now() })
  await AccountCollection.on(testApp.connection).insertOne(account as never)
  for (const person of [free, taken])
    expect(
      await person.browser.field(SIGN_UP, {
        input: { name: person.name, email: person.email, password: person.password },
      }),
    ).toEqual({ codeDelivery: 'QUEUED' })
  await testApp.settle()
  return () => Promise.all([free, taken].map(({ browser }) => browser.field(PROGRESS)))
}

test('a permanently refused mail is reported, whether or not the address is taken', async () => {
  answer = 550
  const progress = await twoSignUps()
  expect(await progress()).toEqual([{ codeDelivery: 'FAILED' }, { codeDelivery: 'FAILED' }])
})

test('so is one that is late, is sent in the end, or came too late', async () => {
  answer = 451
  const soon = await twoSignUps()
  expect(await soon()).toEqual([{ codeDelivery: 'DELAYED' }, { codeDelivery: 'DELAYED' }])
  answer = undefined
  testApp.clock.advance(MINUTE)
  await testApp.settle()
  expect(await soon()).toEqual([{ codeDelivery: 'SENT' }, { codeDelivery: 'SENT' }])

  answer = 451
  const late = await twoSignUps()
  testApp.clock.advance(10 * MINUTE)
  answer = undefined
  await testApp.settle()
  expect(await late()).toEqual([{ codeDelivery: 'FAILED' }, { codeDelivery: 'FAILED' }])
})
