import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { NEXT_AUTH, recipeOf } from '@twinlock/shared/app-recipes'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { appOf } from '../app.fixture.js'
import { MOVABLE_CLOCK, Software } from './software.fixture.js'
import { Stage } from './stage.fixture.js'

const run = promisify(execFile)
const PACKAGES = [
  NEXT_AUTH,
  'next@16.4.6',
  'react@19.3.1',
  'react-dom@19.3.1',
  'typescript@5.9.3',
  '@types/node@22.20.7',
  '@types/react@19.3.3',
]

/** The app that takes the recipe: one page, which greets. */
const own = {
  'app/layout.tsx': `import type { ReactNode } from 'react'

export default function Layout({ children }: { children: ReactNode }) {
  return <html lang="en"><body>{children}</body></html>
}
`,
  'app/page.tsx': `import { auth } from '../auth'

export default async function Page() {
  return <p>{\`Hello \${(await auth())?.user?.name}\`}</p>
}
`,
}

/** The packages, fetched once per machine. @returns their folder, or why there is none */
async function installed(): Promise<{ folder: string } | { missing: string }> {
  const key = createHash('sha256').update(PACKAGES.join()).digest('hex').slice(0, 12)
  const folder = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'twinlock', `next-${key}`)
  const done = join(folder, 'installed')
  if (existsSync(done)) return { folder }
  if (process.env.TWINLOCK_NO_DOWNLOAD) return { missing: 'TWINLOCK_NO_DOWNLOAD is set' }
  try {
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, 'package.json'), '{ "private": true }\n')
    const args = ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...PACKAGES]
    await run('npm', args, { cwd: folder, timeout: 240_000 })
    await writeFile(done, '')
    return { folder }
  } catch (error) {
    return { missing: `npm install ${PACKAGES.join(' ')}: ${String(error).split('\n').at(-1)}` }
  }
}

const packages = await installed()

/** `next build` and `next start` of the recipe of the Apps page, each of its parts in the file that it names. */
describe('Next.js with Auth.js', () => {
  if ('missing' in packages) {
    test('can be fetched', (context) => context.skip(packages.missing))
    return
  }
  const folder = join(packages.folder, `run-${process.pid}`)
  const next = join(packages.folder, 'node_modules/next/dist/bin/next')
  let stage: Stage
  let server: Software
  let home: string
  beforeAll(async () => {
    stage = await Stage.set(inject('mongodbUri'))
    const { publicUrl, port, admin, network } = stage
    home = `http://localhost:${port}`
    const redirectUri = `${home}/api/auth/callback/twinlock`
    const { id, secret } = await appOf(admin, network, { redirectUris: [redirectUri] })
    const recipe = recipeOf('next', { publicUrl, clientId: id, clientSecret: secret, redirectUri, host: '' })
    const [head = '', ...parts] = recipe.split(/^\/\/ (\S+\.ts)$/m)
    const files = Object.fromEntries(parts.flatMap((part, place) => (place % 2 ? [[parts[place - 1], part]] : [])))
    for (const [name, text] of Object.entries<string>({ ...own, ...files })) {
      await mkdir(dirname(join(folder, name)), { recursive: true })
      await writeFile(join(folder, name), text)
    }
    const env = {
      // Next.js takes no packages from a folder that holds the home.
      HOME: tmpdir(),
      NODE_ENV: 'production' as const,
      NEXT_TELEMETRY_DISABLED: '1',
      AUTH_URL: /AUTH_URL=(\S+)/.exec(head)?.[1] ?? '',
      AUTH_SECRET: 'of-the-test-of-the-recipe-alone-0123456789',
    }
    await run(process.execPath, [next, 'build', folder], { env: { ...process.env, ...env }, cwd: folder })
    const args = ['--import', MOVABLE_CLOCK, next, 'start', folder, '--port', String(port), '--hostname', '127.0.0.1']
    server = await Software.start(process.execPath, port, {}, () => args, env)
  }, 300_000)
  afterAll(async () => {
    await server?.stop()
    await rm(folder, { recursive: true, force: true })
    await stage?.testApp.close()
  })

  test('in, back on the page that was asked for, in again after four minutes, and out once they may not any more', async () => {
    const visitor = await stage.member()
    const first = await visitor.visit(`${home}/?x=1`)
    expect([first.status, first.url]).toEqual([200, `${home}/?x=1`])
    expect(first.body).toContain(`Hello ${visitor.person.name}`)
    await server.later(270_000)
    expect((await visitor.ask(`${home}/`)).headers.location).toBe('/sign-in?to=%2F')
    expect((await visitor.visit(`${home}/`)).body).toContain(`Hello ${visitor.person.name}`)
    await stage.testApp.connection
      .collection('memberships')
      .updateOne({ email: visitor.person.email }, { $set: { leftAt: stage.testApp.clock.now() } })
    await server.later(540_000)
    expect((await visitor.visit(`${home}/`)).url).toMatch(/\/open\//)
    expect(visitor.lastEntry?.data?.appEntry).toMatchObject({ reason: 'NO_MEMBER' })
  })

  test('a way back that names another host, and one begun in another browser, lead nowhere', async () => {
    const visitor = await stage.member()
    const elsewhere = await visitor.visit(`${home}/sign-in?to=${encodeURIComponent('https://evil.example/')}`)
    expect(new URL(elsewhere.url).origin).toBe(home)
    const stranger = await stage.member()
    await stranger.ask(`${home}/api/auth/callback/twinlock?code=stolen&state=x`)
    expect((await stranger.ask(`${home}/`)).headers.location).toBe('/sign-in?to=%2F')
  })
})
