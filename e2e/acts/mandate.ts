import { expect } from '@playwright/test'
import type { Person } from '../people/person'
import { ask } from './arrive'
import { expectPage } from './headings'
import type { Network } from './networks'
import { typeCode } from './say-code'
import { givePassword } from './sign-in'

export const ACTIVATE = 'Activate mandatory two-factor authentication for your teammates'

/** The short way to a network that requires it. The Admin has it already. */
export async function makeRequired(admin: Person, network: Network, graceHours = 24): Promise<void> {
  await admin.twinlock.operate('set-plan', network.slug, 'PRO')
  const answer = await ask(
    admin,
    'mutation($input: ActivateMandatoryTwoFactorInput!) { activateMandatoryTwoFactor(input: $input) { __typename } }',
    { input: { networkId: network.id, graceHours } },
  )
  if (answer.__typename !== 'MandateActivated') throw new Error(`The activation ended with ${answer.__typename}.`)
}

/** From the sign-in to the choice of a method: password, then the code that was mailed. */
export async function reachRequiredSetUp(person: Person, network: { name: string }): Promise<void> {
  const { page } = person
  await givePassword(person)
  await expectPage(page, `${network.name} needs one more step`)
  await expect(page.getByText('3 minutes, then you’re in.')).toBeVisible()
  await typeCode(page, await person.mailedCode())
  await expectPage(page, 'How should we check it’s you?')
}
