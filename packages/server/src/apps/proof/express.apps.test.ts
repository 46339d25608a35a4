import { rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { recipeOf } from '@twinlock/shared/app-recipes'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { appOf } from '../app.fixture.js'
import { MOVABLE_CLOCK, pathOf, Software } from './software.fixture.js'
import { Stage } from './stage.fixture.js'

/** Where the imports of the recipe are found, as in a project that has installed them. */
const folder = fileURLToPath(new URL('../../../node_modules/', import.meta.url))
const file = `${folder}recipe-${process.pid}.mjs`
let stage: Stage
let recipe: Software
let home: string
beforeAll(async () => {
  stage = await Stage.set(inject('mongodbUri'))
  const { publicUrl, port, admin, network } = stage
  home = `http://localhost:${port}`
  const redirectUri = `${home}/back`
  const { id, secret } = await appOf(admin, network, { redirectUris: [redirectUri] })
  const values = { publicUrl, clientId: id, clientSecret: secret, redirectUri, host: '' }
  const text = recipeOf('express', values).replace('listen(3000)', `listen(${port}, '127.0.0.1')`)
  writeFileSync(file, text)
  const node = pathOf(process.execPath) ?? 'node'
  recipe = await Software.start(node, port, {}, () => ['--import', MOVABLE_CLOCK, file])
})
afterAll(async () => {
  await recipe?.stop()
  rmSync(file, { force: true })
  await stage?.testApp.close()
})

test('a link that looks like a page of the app leads to no other host after the sign-in', async () => {
  const visitor = await stage.member()
  expect((await visitor.visit(`${home}//evil.example/page`)).url).toBe(`${home}/`)
  expect((await visitor.visit(`${home}/?a=/b`)).url).toBe(`${home}/?a=/b`)
})

test('Express with openid-client, as the recipe says: in, renewed, and out once they may not any more', async () => {
  const visitor = await stage.member()
  const first = await visitor.visit(`${home}/?x=1`)
  expect([first.status, first.url, first.body]).toEqual([200, `${home}/?x=1`, `Hello ${visitor.person.name}`])
  await recipe.later(270_000)
  expect((await visitor.visit(`${home}/`)).body).toBe(`Hello ${visitor.person.name}`)
  expect(await stage.testApp.connection.collection('oidc_artifacts').countDocuments({ kind: 'RefreshToken' })).toBe(3)
  const { email } = visitor.person
  await stage.testApp.connection
    .collection('memberships')
    .updateOne({ email }, { $set: { leftAt: stage.testApp.clock.now() } })
  await recipe.later(540_000)
  const out = await visitor.visit(`${home}/`)
  expect(out.url).toMatch(/\/open\//)
  expect(visitor.lastEntry?.data?.appEntry).toMatchObject({ reason: 'NO_MEMBER' })
})

test('a way back that was begun in another browser signs nobody in', async () => {
  const stranger = await stage.member()
  const answer = await stranger.ask(`${home}/back?code=stolen&state=x`)
  expect(answer.headers.location).toBe('/')
})
