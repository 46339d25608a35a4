import type { Person } from '../people/person'

/**
 * The short ways to where a story begins, by the same API that the pages use and with the cookies of the person's
 * browser. What a story is about is done on the pages.
 */
export async function ask(person: Person, query: string, variables: Record<string, unknown> = {}) {
  const answer = await person.page.request.post('/graphql', {
    headers: { 'apollo-require-preflight': 'true', origin: person.twinlock.url },
    data: { query, variables },
  })
  const { data, errors } = await answer.json()
  if (errors) throw new Error(`${query} was answered with ${JSON.stringify(errors)}`)
  const [field] = Object.values(data)
  return field as Record<string, string> & { __typename: string }
}

/** Has an account, and is signed in. */
export async function arrive(person: Person): Promise<Person> {
  const { name, email, password } = person
  await ask(person, 'mutation($input: SignUpInput!) { signUp(input: $input) { __typename } }', {
    input: { name, email, password },
  })
  const confirmed = await ask(
    person,
    'mutation($input: ConfirmEmailInput!) { confirmEmail(input: $input) { __typename } }',
    { input: { email, code: await person.mailedCode() } },
  )
  if (confirmed.__typename !== 'SignedIn') throw new Error(`The sign-up ended with ${confirmed.__typename}.`)
  return person
}

const CONFIRMED = '__typename ... on TwoFactorSetUp { backupCodes { codes { code } } }'

/** Has an account with an authentication app, and is signed in. */
export async function arriveWithApp(person: Person): Promise<Person> {
  await arrive(person)
  await addApp(person)
  return person
}

export async function addApp(person: Person): Promise<void> {
  const { setupId, secret } = await ask(
    person,
    'mutation { beginAuthenticatorSetup { __typename ... on AuthenticatorSetup { setupId secret } } }',
  )
  person.addToAuthenticator(secret ?? '')
  await confirm(person, 'confirmAuthenticatorSetup', setupId, await person.authenticator.code())
}

/** Has an account with text messages, and is signed in. */
export async function arriveWithTextMessages(person: Person): Promise<Person> {
  await arrive(person)
  await addTextMessages(person)
  return person
}

export async function addTextMessages(person: Person): Promise<void> {
  const { setupId } = await ask(
    person,
    'mutation($input: BeginSmsSetupInput!) { beginSmsSetup(input: $input) { __typename ... on SmsSetup { setupId } } }',
    { input: { phoneNumber: person.phone } },
  )
  await confirm(person, 'confirmSmsSetup', setupId, await person.textedCode())
}

/** Signs in with a backup code. */
export async function spendBackupCode(person: Person, code: string): Promise<void> {
  const { email, password } = person
  await ask(person, 'mutation($input: SignInInput!) { signIn(input: $input) { __typename } }', {
    input: { email, password },
  })
  const step = await ask(
    person,
    'mutation($input: VerifySecondStepInput!) { verifySecondStep(input: $input) { __typename } }',
    { input: { method: 'BACKUP_CODE', code } },
  )
  if (step.__typename !== 'SignedIn') throw new Error(`The sign-in ended with ${step.__typename}.`)
}

async function confirm(person: Person, mutation: string, setupId: string | undefined, code: string): Promise<void> {
  const answer = await ask(
    person,
    `mutation($input: ConfirmSetupInput!) { ${mutation}(input: $input) { ${CONFIRMED} } }`,
    { input: { setupId, code } },
  )
  if (answer.__typename !== 'TwoFactorSetUp') throw new Error(`The set-up ended with ${answer.__typename}.`)
  const sheet = answer.backupCodes as unknown as { codes: { code: string }[] } | null
  if (sheet) person.backupCodes = sheet.codes.map(({ code }) => code)
}
