/** Signing in by a company's own sign-in: finding it, linking it, and what to do when it does not work. */
export const companySignInTexts = {
  title: 'Company sign-in',
  line: 'Use your work account to go to your company’s network.',
  field: 'Network address or work email',
  hint: 'Like acme, or ada@acme.com.',
  button: 'Continue',
  missing: 'Type your network’s address or your work email.',
  none: 'We don’t know a company sign-in by that name. Check the spelling, or ask an admin of your network for its address.',
  tooMany: (moment: string) => `Too many tries. Try again at ${moment}.`,
  several: 'Your company has more than one network. Where do you want to go?',
  goTo: (network: string) => `Continue to ${network}`,
  guest: 'I’m a guest',
  guestHint: 'Guests, and people without company sign-in, use their email and password.',
  goThere: 'Continue with company sign-in',
  tryAgain: 'Try company sign-in again',
  other: 'Look for another network',
  help: (contact: string) => `Questions? Ask ${contact}.`,
  helpAdmin: (network: string) => `Questions? Ask an admin of ${network}.`,
  problems: {
    PROVIDER_DOWN: {
      title: 'Company sign-in doesn’t answer',
      line: 'It may be down for a moment. Wait a little, then try again.',
    },
    MISCONFIGURED: {
      title: 'Company sign-in isn’t set up right',
      line: 'An admin of your network has to look at it. You can’t mend this yourself.',
    },
    CLIENT_REFUSED: {
      title: 'Company sign-in turned us away',
      line: 'Most often a secret has run out. An admin of your network has to renew it.',
    },
    UNTRUSTED: {
      title: 'We can’t trust that answer',
      line: 'What came back from your company’s sign-in didn’t add up, so nobody was signed in. Try again; if it stays, tell an admin.',
    },
    DENIED: {
      title: 'You weren’t signed in',
      line: 'Your company’s sign-in said no, or was cancelled. Try again if that was not what you wanted.',
    },
    EXPIRED: {
      title: 'That took too long',
      line: 'Company sign-in has to be finished within 10 minutes, in the same browser. Please start again.',
    },
    NO_SIGN_IN_TIME: {
      title: 'We couldn’t confirm that it’s you',
      line: 'Your company’s sign-in didn’t tell us that you signed in just now. Try again; if it stays, tell an admin.',
    },
    GUEST: {
      title: 'You’re a guest here',
      line: 'Guests don’t use company sign-in. Sign in with your email and password.',
    },
    NOT_A_MEMBER: {
      title: 'You’re not in this network',
      line: 'Your company sign-in worked, but you are not in this network yet. Ask one of its admins to invite you.',
    },
    OTHER_IDENTITY: {
      title: 'Your account is linked to another sign-in',
      line: 'Perhaps your work account was made anew. An admin of your network can release the old link.',
    },
    OTHER_ACCOUNT: {
      title: 'That was another account',
      line: 'To confirm that it’s you, sign in there with the account you are using here.',
    },
    OFF: {
      title: 'There is no company sign-in here',
      line: 'The address may be mistyped, or this network signs in with email and password.',
    },
    BUSY: {
      title: 'Too many people at once',
      line: 'Many people are signing in from your place. Wait a few minutes, then try again.',
    },
    OURS: {
      title: 'Something went wrong on our side',
      line: 'Nobody was signed in. Try again in a moment.',
    },
    OWNER_CHOICE: {
      title: 'This network asks for company sign-in',
      line: 'Sign in there, then you’re in.',
    },
    NO_PROOF: {
      title: 'One more step is needed',
      line: 'This network asks for a second step, and your company sign-in didn’t tell us that it did one.',
    },
  },
  proof: {
    again: 'Use your second step at your company’s sign-in, if it has one.',
    own: 'Or set up your own here. It takes about 3 minutes.',
    ownButton: 'Set up two-factor authentication',
    password: 'No password yet? Choose one first: we email you a link.',
    passwordButton: 'Choose a password',
  },
  signIn: 'Sign in with email and password',
  owner: {
    title: 'You own this network',
    line: 'If company sign-in doesn’t let you in, use your password and second step. That works for a day, and the other admins are told by email.',
    button: 'Go in without company sign-in',
    twoFactor: 'Set up two-factor authentication for your account first. Then you can go in without company sign-in.',
  },
  join: {
    title: (network: string) => `Link your company sign-in to ${network}`,
    line: 'Do this once. From then on, your company sign-in is enough.',
    work: 'Company sign-in',
    unknown: 'Your company doesn’t tell us an email',
    account: 'Twinlock account',
    question: 'Are both of these you?',
    button: 'Yes, link them',
    linked: 'Linked.',
    signIn: 'First, sign in to your Twinlock account with its password, so that we know whose it is.',
    signInButton: 'Sign in with my password',
    not: 'This isn’t me',
    over: 'This took longer than 10 minutes, so it was dropped. Please start again.',
    startAgain: 'Start again',
    afterwards: 'It opens this network only: never your other networks, your password or your second step.',
  },
  session: {
    title: 'You came in by company sign-in',
    line: 'It opens your company’s network only. Your other networks and your account need your own password.',
    signIn: 'Sign in with my password',
    password: 'Choose a password',
  },
  confirmed: {
    title: 'It’s you',
    line: 'You can close this window and go on where you were.',
  },
}

export type CompanySignInTexts = typeof companySignInTexts
