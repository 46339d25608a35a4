export const signInTexts = {
  title: 'Sign in',
  email: 'Email',
  password: 'Password',
  button: 'Sign in',
  forgot: 'Forgot your password?',
  newHere: 'New here?',
  signUp: 'Create an account',
  wrong: 'That email and password don’t match. Check both and try again.',
  tooMany: (moment: string) => `Too many tries. Try again at ${moment}.`,
  expired: 'That sign-in took too long, so it was dropped. Please start again.',
  sso: (network: string) => `${network} uses company sign-in. Continue there with your work account.`,
  company: 'Use company sign-in',
  ssoButton: 'Continue to company sign-in',
  verify: {
    titles: {
      AUTHENTICATOR_APP: 'Enter the code from your app',
      SMS: 'Enter the code from your text message',
      BACKUP_CODE: 'Enter a backup code',
      PASSKEY: 'Use your passkey',
    },
    signingInAs: (email: string) => `Signing in as ${email}.`,
    codeLabel: '6-digit code',
    appHint: 'Open your authentication app and find Twinlock.',
    smsHint: (phone: string) => `Sent to ${phone}. The code works for 10 minutes.`,
    smsOnItsWay: (phone: string) => `On its way to ${phone}. The code works for 10 minutes.`,
    smsNotSent: 'No text message has been sent yet.',
    smsHeld: (moment: string) => `We’ve sent many text messages lately. You can ask for the next one at ${moment}.`,
    smsLate: 'Your text message is late. We keep trying; to go on now, try another way.',
    smsFailed: 'We couldn’t deliver the text message. Send it again, or try another way.',
    trust: 'Don’t ask again on this device',
    trustHint: 'Only on a device that nobody else uses.',
    otherWays: 'Try another way',
    otherTitle: 'How else can we check it’s you?',
    ways: {
      AUTHENTICATOR_APP: 'Use my authentication app',
      SMS: 'Send me a text message',
      BACKUP_CODE: 'Use a backup code',
      PASSKEY: 'Use my passkey',
    },
    noneLeft: 'None of these works? Ask an admin of your network: they can help you in.',
    anew: {
      button: 'Set up anew, as your admin agreed',
      line: 'For when nothing else works. We email you a code first. What you set up then takes the place of your old app, phone and backup codes.',
      waitingTitle: 'Your admin agreed, and one more has to',
      waiting: (networks: readonly string[]) =>
        `You can set up anew once an admin of ${new Intl.ListFormat('en').format(networks)} agrees too, because two-factor authentication is required there as well.`,
      over: 'This is no longer possible. Ask your admin again.',
    },
    startAgain: 'Sign in as someone else',
  },
  few: {
    title: (left: number) =>
      left === 0
        ? 'That was your last backup code'
        : `You have ${left === 1 ? '1 backup code' : `${left} backup codes`} left`,
    line: 'You’re signed in. Make new codes now, so that you can get in without your phone next time.',
    renew: 'Make new codes',
    later: 'Not now',
  },
}

export type SignInTexts = typeof signInTexts
