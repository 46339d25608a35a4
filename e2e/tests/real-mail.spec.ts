import { expectPage } from '../acts/headings'
import { expectSignedIn, signUp } from '../acts/sign-up'
import { expect, test } from '../fixtures'
import { type MailServer, startMailServer } from '../servers/start-mail-server'
import { type RunningProduct, startOnEmptyData } from '../servers/start-product'
import type { Twinlock } from '../servers/twinlock'

let mailServer: MailServer
let product: RunningProduct

test.beforeAll(async () => {
  mailServer = await startMailServer()
  product = await startOnEmptyData({ SMTP_URL: mailServer.url, MAIL_FROM: 'Twinlock <sign-in@acme.example>' })
})

test.afterAll(async () => {
  await product.stop()
  await mailServer.stop()
})

test('with a real mail server, the code of a sign-up comes by real mail, and no copy is kept to be read', async ({
  newPerson,
}) => {
  const byRealMail: Twinlock = { ...product, messages: async () => mailServer.received() }
  const ada = await newPerson('Ada Byron', { at: byRealMail })
  await signUp(ada)
  await expectSignedIn(ada)
  expect(mailServer.received().map(({ to }) => to)).toContain(ada.email)

  const captured = await (await fetch(`${product.url}/dev/inbox.json`)).json()
  expect(captured).toEqual([])
  await ada.page.goto('/dev/inbox')
  await expectPage(ada.page, 'Captured messages')
})
