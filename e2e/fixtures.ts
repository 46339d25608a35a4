import { randomInt } from 'node:crypto'
import { type Browser, type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import { Person } from './people/person'
import { operate } from './servers/operate'
import { type ClockedTwinlock, startClockedServer } from './servers/start-clocked-server'
import { capturedMessages, type Twinlock } from './servers/twinlock'

type ContextOptions = Parameters<Browser['newContext']>[0]
type PersonOptions = {
  /** The server that the person uses; `npm start`'s own by default. */
  at?: Twinlock
  context?: ContextOptions
}

/** A new person, with their own browser. */
export type NewPerson = (name?: string, options?: PersonOptions) => Promise<Person>

type Fixtures = {
  newPerson: NewPerson
  /** The same person, in another browser and at another address. */
  elsewhere: (person: Person) => Promise<Person>
  /** Opens a browser at its own address; any error that its pages report fails the test. */
  openPage: (at: Twinlock, options?: ContextOptions) => Promise<Page>
  /** Errors that the pages of this test may report; any other fails it. Empty by default. */
  expectedComplaints: RegExp[]
}

type WorkerFixtures = {
  /** The server of `npm start`. */
  product: Twinlock
  /** A server of the same code whose clock the test moves. */
  clocked: ClockedTwinlock
}

/** Not ours to fix. */
const NOT_OURS = [
  // Mails are shown in a frame that runs no script: not the script of a tool that photographs or examines the page, either.
  /Blocked script execution in 'about:srcdoc'/,
  // The identity provider is another company's page.
  /status of 404 .*favicon\.ico/,
]

export const test = base.extend<Fixtures, WorkerFixtures>({
  product: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from a pattern
    async ({}, use) => {
      const { E2E_URL: url = '', E2E_DATA_DIR: dataDir = '' } = process.env
      await use({
        url,
        now: () => new Date(),
        messages: () => capturedMessages(url),
        operate: (...command) => operate(command, { TWINLOCK_DATA_DIR: dataDir }),
      })
    },
    { scope: 'worker' },
  ],

  clocked: [
    // biome-ignore lint/correctness/noEmptyPattern: as above
    async ({}, use) => {
      const server = await startClockedServer()
      await use(server)
      await server.stop()
    },
    { scope: 'worker', timeout: 30_000 },
  ],

  // biome-ignore lint/correctness/noEmptyPattern: as above
  expectedComplaints: async ({}, use) => {
    await use([])
  },

  openPage: async ({ browser, expectedComplaints }, use) => {
    const contexts: BrowserContext[] = []
    const complaints: string[] = []
    await use(async (at, options) => {
      const context = await browser.newContext({
        ...options,
        baseURL: at.url,
        extraHTTPHeaders: { 'X-Forwarded-For': someAddress() },
      })
      contexts.push(context)
      collectComplaints(context, complaints)
      await at.welcome?.(context)
      return await context.newPage()
    })
    for (const context of contexts) await context.close()
    const expected = [...expectedComplaints, ...NOT_OURS]
    const unexpected = complaints.filter((complaint) => !expected.some((pattern) => pattern.test(complaint)))
    expect(unexpected, 'what the pages complained about').toEqual([])
  },

  newPerson: async ({ openPage, product }, use) => {
    await use(async (name = 'Ada Byron', { at = product, context } = {}) => {
      const email = `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}.${randomInt(1e9)}@example.com`
      return new Person(at, await openPage(at, context), name, email, someMobileNumber())
    })
  },

  elsewhere: async ({ openPage }, use) => {
    await use(async (person) => person.at(await openPage(person.twinlock)))
  },
})

export { expect }

/** Errors on the console, of scripts, and whatever the content policy had to stop: on every page of every test. */
function collectComplaints(context: BrowserContext, complaints: string[]): void {
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} (${message.location().url})`)
  })
  context.on('weberror', (error) => complaints.push(String(error.error())))
}

/** Of the private network that is big enough for every person of a run. */
function someAddress(): string {
  return `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`
}

function someMobileNumber(): string {
  return `+491512${String(randomInt(1e7)).padStart(7, '0')}`
}
