import type { BrowserContext } from '@playwright/test'

/** One captured email or text message, as `/dev/inbox.json` lists them. */
export type Message = {
  id: string
  channel: 'email' | 'sms'
  to: string
  subject: string | null
  text: string
  html: string | null
  sentAt: string
}

/** A running Twinlock, as the people of a test reach it. */
export interface Twinlock {
  readonly url: string
  /** What its clock shows. */
  now(): Date
  /** Every captured message, newest first. */
  messages(): Promise<readonly Message[]>
  /** Runs a command of the operator on its database. */
  operate(...command: string[]): Promise<void>
  /** Prepares the browser of a person who comes here. */
  welcome?(context: BrowserContext): Promise<void>
}

/** Reads the captured messages the way a developer's script would. */
export async function capturedMessages(url: string): Promise<readonly Message[]> {
  const answer = await fetch(`${url}/dev/inbox.json`)
  if (!answer.ok) throw new Error(`The inbox answered with ${answer.status}.`)
  return (await answer.json()) as Message[]
}
