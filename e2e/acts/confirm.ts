import { expect } from '@playwright/test'
import type { Person } from '../people/person'
import { typeCode } from './say-code'

/** In the dialog that interrupts an act until the user confirms it: password, then the second step they have. */
export async function confirmItsYou(
  person: Person,
  /** The browser itself asks for a passkey. */
  by: { backupCode: string } | 'text-message' | 'app' | 'passkey' | 'password-alone' = 'app',
): Promise<void> {
  const dialog = person.page.getByRole('dialog', { name: 'Confirm it’s you' })
  await dialog.getByLabel('Password', { exact: true }).fill(person.password)
  await dialog.getByRole('button', { name: 'Continue' }).click()
  if (by === 'app') await typeCode(dialog, await person.authenticator.code())
  if (by === 'text-message') await typeCode(dialog, await person.textedCode())
  if (typeof by === 'object') {
    await dialog.getByRole('button', { name: 'Try another way' }).click()
    await dialog.getByRole('button', { name: 'Backup code' }).click()
    await dialog.getByLabel('Backup code').fill(by.backupCode)
    await dialog.getByRole('button', { name: 'Confirm' }).click()
  }
  await expect(dialog).toBeHidden()
}
