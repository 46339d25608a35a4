import { limits } from '@twinlock/shared/limits'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { MetricsService } from '../../metrics/metrics.service.js'
import { CapturedMessagesStore } from '../../outbox/captured-messages.store.js'
import { newPerson } from '../../testing/person.js'
import { startTestApp, type TestApp } from '../../testing/test-app.js'

const OPERATOR = 'operator@example.com'

let testApp: TestApp
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'), { env: { OPERATOR_EMAIL: OPERATOR } })
})
afterAll(() => testApp.close())

const alarms = async () => {
  await testApp.settle()
  const mails = await testApp.app.get(CapturedMessagesStore).list(['email'])
  return mails.filter(({ to }) => to === OPERATOR)
}

test('many leaked passwords tried from one address, a code at each account, alarm the operator once', async () => {
  const at = '198.51.100.66'
  for (let place = 0; place < limits.secondStepAlarm.perAddress; place++) {
    expect(await alarms(), `${place} failures`).toHaveLength(0)
    const victim = await (await newPerson(testApp).signUp()).setUpApp()
    const attacker = testApp.browser(at)
    await victim.signIn(attacker)
    await victim.verify('AUTHENTICATOR_APP', '000000', attacker)
  }
  const [alarm, ...others] = await alarms()
  expect(others).toEqual([])
  expect(alarm?.subject).toBe('Many failed second steps')
  expect(alarm?.text).toContain(at)
  expect(testApp.logs()).toContain('"alarm":"second_step_guesses"')
  expect(await testApp.app.get(MetricsService).text()).toMatch(/twinlock_alarms_total\{kind="second_step_guesses"\} 1/)
})
