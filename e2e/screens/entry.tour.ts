import { expect } from '@playwright/test'
import { expectPage } from '../acts/headings'
import { expectCodeProblem, typeCode, wrongCode } from '../acts/say-code'
import { expectSignedIn, fillSignUp } from '../acts/sign-up'
import type { Tour } from './tour'

export const entryTour: Tour = {
  name: 'before a person has an account',
  needsApp: false,
  async walk({ newPerson, look }) {
    const ada = await newPerson()
    const { page } = ada
    await page.goto('/')
    await expectPage(page, 'Make stolen passwords useless')
    await look(ada, 'landing')

    await page.goto('/confirm-email')
    await expectPage(page, 'This sign-up has expired')
    await look(ada, 'sign-up-over')

    await page.goto('/sign-up')
    await expectPage(page, 'Create your account')
    await look(ada, 'sign-up')
    await page.getByRole('button', { name: 'Create account' }).click()
    await expect(page.getByText('Enter your name.')).toBeVisible()
    await look(ada, 'sign-up-problems')
    await fillSignUp(ada)
    await expectPage(page, 'Check your email')
    await look(ada, 'confirm-email')
    const code = await ada.mailedCode()
    await typeCode(page, wrongCode(code))
    await expectCodeProblem(page, 'That code didn’t match.')
    await look(ada, 'confirm-email-problem')
    await page.getByRole('button', { name: 'Verify code' }).focus()
    await page.reload()
    await typeCode(page, code)
    await expectSignedIn(ada)
    await ada.context.clearCookies()

    await page.goto('/forgot-password')
    await expectPage(page, 'Reset your password')
    await look(ada, 'forgot-password')
    await page.getByLabel('Email').fill(ada.email)
    await page.getByRole('button', { name: 'Email me a link' }).click()
    await expectPage(page, 'Check your email')
    await look(ada, 'forgot-password-sent')
    await page.goto(await ada.mailedLink('Choose a new Twinlock password'))
    await expectPage(page, 'Choose a new password')
    await look(ada, 'reset-password')
    await page.getByLabel('New password').fill('a much better one, remembered')
    await page.getByRole('button', { name: 'Save password' }).click()
    await expectPage(page, 'Your password was changed')
    await look(ada, 'reset-password-done')
    await page.goto('/')
    await page.goto(`/reset-password#token=${'A'.repeat(43)}`)
    await expectPage(page, 'This link no longer works')
    await look(ada, 'reset-password-over')
    await page.goto('/')
    await page.goto('/recovery/cancel')
    await expectPage(page, 'The link is incomplete')
    await look(ada, 'link-incomplete')

    await page.goto('/help')
    await expectPage(page, 'Help with signing in')
    await look(ada, 'help')
    await page.goto('/nothing/here')
    await expectPage(page, 'There’s nothing here')
    await look(ada, 'not-found')
    await page.goto('/dev/inbox')
    await expectPage(page, 'Captured messages')
    await expect(page.getByRole('status').filter({ hasText: 'message' })).toBeVisible()
    await look(ada, 'dev-inbox')
  },
}
