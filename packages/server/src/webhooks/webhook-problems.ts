import { unreachableReasons } from '../platform/http/outbound-post.js'

/** What can be wrong with the address of a webhook. The sentences are stored; apps go by the names. */
export const webhookProblems = {
  ...unreachableReasons,
  REDIRECT: 'Redirects are not followed.',
  NOT_PUBLIC: 'It leads to an address that is not public.',
  GONE: 'It answered that it is gone (410).',
  NOTHING_ACCEPTED: 'It accepted nothing for a day.',
} as const

export type WebhookProblem = keyof typeof webhookProblems

const names = new Map(Object.entries(webhookProblems).map(([name, text]) => [text as string, name as WebhookProblem]))

/** @returns null for a sentence that this version does not know */
export function webhookProblemOf(sentence: string | null | undefined): WebhookProblem | null {
  return names.get(sentence ?? '') ?? null
}
