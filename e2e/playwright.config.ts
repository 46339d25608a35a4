import { availableParallelism } from 'node:os'
import { defineConfig } from '@playwright/test'

const { CHROMIUM_PATH, E2E_GALLERY } = process.env

export default defineConfig({
  testDir: '.',
  testMatch: E2E_GALLERY ? 'gallery.spec.ts' : 'tests/*.spec.ts',
  globalSetup: './product.setup.ts',
  fullyParallel: true,
  // One more than cores: each browser waits for half of its time.
  workers: availableParallelism() + 1,
  timeout: 60_000,
  // On a busy machine a browser may be late once; the report lists which test was.
  retries: process.env.CI ? 2 : 0,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    viewport: { width: 1280, height: 800 },
    actionTimeout: 10_000,
    // Recording each test takes as long as the tests do: one that fails is recorded when it is tried again, or by --trace on.
    trace: 'on-first-retry',
    launchOptions: CHROMIUM_PATH ? { executablePath: CHROMIUM_PATH } : {},
  },
})
