import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { freePort } from '../../packages/server/src/testing/free-port'
import type { Person } from '../people/person'

const main = fileURLToPath(new URL('../../packages/demo-identity-provider/dist/main.js', import.meta.url))

export type IdentityProvider = {
  issuer: string
  client: { id: string; secret: string }
  stop(): Promise<void>
}

/** A company's identity provider (oidc-provider, in a process of its own) that knows these people of that Twinlock. */
export async function startIdentityProvider(url: string, people: readonly Person[]): Promise<IdentityProvider> {
  const issuer = `http://localhost:${await freePort()}`
  const known = people.map(({ name, email }, id) => ({
    id: `person-${id}`,
    name,
    email,
    isEmailVerified: true,
    amr: ['pwd', 'otp', 'mfa'],
    acr: null,
    isActive: true,
  }))
  const child = spawn(process.execPath, [main], {
    env: { DEMO_PROVIDER_ISSUER: issuer, DEMO_PROVIDER_FOR: url, DEMO_PROVIDER_PEOPLE: JSON.stringify(known) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  const outcome = await Promise.race([once(child.stdout, 'data'), ended])
  if (!String(outcome[0]).includes('is ready')) throw new Error('The identity provider ended before it was ready.')
  return {
    issuer,
    client: { id: 'twinlock', secret: 'demo-secret-for-trying-out' },
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}
