import { expect } from 'vitest'
import type { TestApp } from './test-app.js'
import type { TestBrowser } from './test-browser.js'

/**
 * Does something that must be refused, and holds what has to be true after every refusal: no new session, no session
 * cookie, nothing in the answer or the log that could be used.
 */
export async function refused<T>(testApp: TestApp, browser: TestBrowser, act: () => Promise<T>): Promise<T> {
  const sessions = testApp.connection.collection('sessions')
  const before = await sessions.countDocuments()
  const answer = await act()
  expect(await sessions.countDocuments(), 'sessions').toBeLessThanOrEqual(before)
  expect(sessionCookiesIn(browser.lastSetCookies), 'session cookies').toEqual([])
  return answer
}

/** Those that set a session; one that clears it (`Max-Age=0`) does not count. */
export function sessionCookiesIn(setCookies: readonly string[]): string[] {
  return setCookies.filter((line) => /^(?:__Host-)?twinlock_(?:session|device)=[^;]/.test(line))
}

export async function auditTypes({ connection, settle }: TestApp, accountId: string): Promise<string[]> {
  await settle()
  const events = await connection.collection('audit_events').find({ accountId }).sort({ at: 1 }).toArray()
  return events.map(({ type }) => String(type))
}
