/** A request as a command that works as it stands, once the key is in its place. */
export function curlOf(origin: string, query: string, token = '$TWINLOCK_KEY'): string {
  const body = JSON.stringify({ query })
  return [
    `curl ${origin}/graphql \\`,
    `  -H "Authorization: Bearer ${token}" \\`,
    `  -H 'Content-Type: application/json' \\`,
    `  -d '${body}'`,
  ].join('\n')
}

export const WHO_AM_I = '{ integration { name scopes expiresAt network { slug } } }'

export function whoLacks(slug: string): string {
  return `{ network(slug: "${slug}") { security { members(part: NOT_YET) { edges { node { name email } } } } } }`
}

export const EXAMPLE_MESSAGE = `POST /hooks
webhook-id: evt_…:whk_…
webhook-timestamp: 1778580000
webhook-signature: v1,…

{
  "type": "two_factor.enabled",
  "timestamp": "2026-05-12T10:00:00.000Z",
  "data": { "member": { "email": "ada@example.com" }, "method": "SMS" }
}`
