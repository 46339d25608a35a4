import { HOUR } from '@twinlock/shared/durations'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { accountOf } from '../../testing/network.js'
import { newPerson } from '../../testing/person.js'
import { auditTypes } from '../../testing/refused.js'
import { startTestApp, type TestApp } from '../../testing/test-app.js'

let testApp: TestApp
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
})
afterAll(() => testApp.close())

const SHEET = '__typename ... on BackupCodeSheet { codes { code usedAt } generatedAt }'
const REVEAL = `mutation { revealBackupCodes { ${SHEET} } }`
const REGENERATE = `mutation { regenerateBackupCodes { ${SHEET} } }`

test('the sheet is shown again as it was given, used codes with their date, and the owner is notified', async () => {
  const ada = await (await newPerson(testApp).signUp()).setUpApp()
  await ada.signIn()
  await ada.verify('BACKUP_CODE', ada.backupCodes[2] ?? '')
  const usedAt = testApp.clock.now().toISOString()
  const { codes } = await ada.browser.field(REVEAL)
  expect(codes).toEqual(ada.backupCodes.map((code, place) => ({ code, usedAt: place === 2 ? usedAt : null })))
  expect((await ada.lastMessage()).subject).toMatch(/backup codes/i)
  expect(await auditTypes(testApp, (await accountOf(testApp, ada))._id)).toEqual(
    expect.arrayContaining(['backup_code.used', 'backup_code.shown']),
  )
})

test('each code signs in once, in any spelling, and says how many are left', async () => {
  const ada = await (await newPerson(testApp).signUp()).setUpApp()
  const spellings = [
    (code: string) => code,
    (code: string) => code.toLowerCase(),
    (code: string) => code.replaceAll('-', ''),
    (code: string) => ` ${code.replaceAll('-', ' ')} `,
    (code: string) => code.replaceAll('0', 'O').replaceAll('1', 'l'),
  ]
  for (const [place, spell] of spellings.entries()) {
    await ada.signIn()
    expect(await ada.verify('BACKUP_CODE', spell(ada.backupCodes[place] ?? ''))).toMatchObject({
      viewer: { twoFactor: { backupCodesLeft: 9 - place } },
    })
  }
  expect((await ada.lastMessage()).text).toMatch(/5/)
})

test('the last one gone, no backup code is offered', async () => {
  const ada = await (await newPerson(testApp).signUp()).setUpApp()
  for (const code of ada.backupCodes) {
    expect((await ada.signIn()).methods).toContain('BACKUP_CODE')
    expect(await ada.verify('BACKUP_CODE', code)).toMatchObject({ __typename: 'SignedIn' })
  }
  expect((await ada.signIn()).methods).toEqual(['AUTHENTICATOR_APP'])
})

test('they are stored sealed beside a keyed hash, never as they are', async () => {
  const ada = await (await newPerson(testApp).signUp()).setUpApp()
  const { backupCodes, _id } = await accountOf(testApp, ada)
  const stored = JSON.stringify(backupCodes)
  for (const code of ada.backupCodes) {
    expect(stored).not.toContain(code)
    expect(stored).not.toContain(code.replaceAll('-', ''))
  }
  const [first] = backupCodes
  expect(await testApp.keyRing.open(first?.sealed ?? '', { owner: _id, purpose: 'backup-code' })).toBe(
    ada.backupCodes[0]?.replaceAll('-', ''),
  )
})

test('without 2FA there is no sheet, and the question of freshness does not arise', async () => {
  const ada = await newPerson(testApp).signUp()
  testApp.clock.advance(HOUR)
  for (const document of [REVEAL, REGENERATE])
    expect(await ada.browser.field(document)).toEqual({ __typename: 'TwoFactorIsOff' })
})
