type End = 'COMPLETED' | 'DECLINED' | 'EXPIRED' | 'LOCKED' | 'NO_SECOND_STEP'

/** An app asks whether it is really them. */
export const verificationTexts = {
  title: (app: string) => `${app} asks: is this you?`,
  line: (network: string) => `Check what you confirm. Asked in ${network}.`,
  reason: 'What for',
  amount: 'How much',
  payee: 'To',
  button: 'Confirm',
  notMe: 'This wasn’t me',
  notMeLine: 'Didn’t start this? Say so: nothing happens, and your admins are told.',
  provider: 'Continue with company sign-in',
  providerLine: 'You sign in there once more, so that it’s certainly you.',
  setUpTitle: 'Set up two-factor authentication first',
  setUpLine: (app: string) =>
    `${app} wants to be sure it’s you, and your account has no second step yet. It takes about 3 minutes, then you come back here.`,
  setUp: 'Set up now',
  notNow: 'Not now',
  until: (moment: string) => `This works until ${moment}.`,
  back: (app: string) => `Back to ${app}`,
  ends: {
    COMPLETED: { title: 'Confirmed', line: 'You can go back now.' },
    DECLINED: { title: 'Thank you for telling us', line: 'Nothing was confirmed. Your admins know.' },
    EXPIRED: { title: 'Time is up', line: 'Nothing was confirmed. Begin again in the app.' },
    LOCKED: {
      title: 'Too many tries',
      line: 'Nothing was confirmed. Wait 15 minutes, then begin again in the app.',
    },
    NO_SECOND_STEP: { title: 'Nothing was confirmed', line: 'Your account has no second step yet.' },
  } satisfies Record<End, { title: string; line: string }>,
  missingTitle: 'There’s nothing to confirm here',
  missingLine: (email: string) =>
    `You’re signed in as ${email}. Either this was asked of somebody else, or it’s too old. Begin again in the app.`,
  missingButton: 'Go to my networks',
}

export type VerificationTexts = typeof verificationTexts
