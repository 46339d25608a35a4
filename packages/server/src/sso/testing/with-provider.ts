import { afterAll, beforeAll, beforeEach, inject } from 'vitest'
import { startTestApp, type TestApp } from '../../testing/test-app.js'
import { HostileProvider } from './hostile-provider.js'

/** A server for the tests of one file, and a provider that is honest until a test makes it lie. */
export function withProvider(use: (started: { testApp: TestApp; provider: HostileProvider }) => void): void {
  let started: { testApp: TestApp; provider: HostileProvider }
  beforeAll(async () => {
    const testApp = await startTestApp(inject('mongodbUri'))
    started = { testApp, provider: await HostileProvider.start(testApp.clock) }
    use(started)
  })
  afterAll(async () => {
    await started.provider.stop()
    await started.testApp.close()
  })
  beforeEach(() => {
    started.provider.lies = {}
  })
}
