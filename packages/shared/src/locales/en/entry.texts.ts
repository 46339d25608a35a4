/** The pages before one is signed in: landing, sign-up, forgotten password. */
export const entryTexts = {
  landing: {
    title: 'Sign-in that a stolen password can’t open',
    line: 'Twinlock asks your team for two things: a password, and a code from the phone in their hand. Make it required for everyone, and nobody gets stuck on the way.',
    signIn: 'Sign in',
    create: 'Create a network',
    pointsTitle: 'What you get',
    points: [
      {
        title: 'Two steps, one habit',
        text: 'A text message or any authentication app. People choose what they have, and set it up once for all their networks.',
      },
      {
        title: 'Required, without a help-desk queue',
        text: 'See who is ready, set a time, and let the reminders do the rest. Whoever is late sets up at their next sign-in.',
      },
      {
        title: 'Always a way back in',
        text: 'Backup codes that can be found again, a second method, and more time from an admin for whoever needs it.',
      },
    ],
    stepOne: 'Password',
    stepTwo: 'Code from your phone',
    inside: 'You’re in',
  },
  signUp: {
    title: 'Create your account',
    line: 'First your account, then your network. It takes about 2 minutes.',
    name: 'Your name',
    email: 'Email',
    password: 'Password',
    passwordHint: 'At least 8 characters. Longer is better than complicated.',
    button: 'Create account',
    haveAccount: 'You have an account already?',
    signIn: 'Sign in',
    nameMissing: 'Tell us your name.',
    emailMissing: 'Type your email address, like ada@acme.com.',
    passwordShort: 'Use at least 8 characters.',
  },
  confirmEmail: {
    title: 'Check your email',
    button: 'Verify code',
    wrongAddress: 'Wrong address?',
    startAgain: 'Start again',
    overTitle: 'This sign-up is over',
    over: 'It was begun in another browser, or too long ago. Start again; it takes a minute.',
  },
  forgot: {
    title: 'Reset your password',
    line: 'We’ll email you a link. It works once, for 30 minutes.',
    email: 'Email',
    button: 'Email me a link',
    sentTitle: 'Check your email',
    sent: (email: string) =>
      `If ${email} has an account, a link is on its way. Not there after a minute? Look in your spam folder.`,
    back: 'Back to sign-in',
  },
  reset: {
    title: 'Choose a new password',
    line: 'This signs you out everywhere else. Your next sign-in still asks for your second step.',
    password: 'New password',
    hint: 'At least 8 characters. Longer is better than complicated.',
    short: 'Use at least 8 characters.',
    button: 'Save password',
    doneTitle: 'Your password is changed',
    done: 'You’ve been signed out everywhere. Sign in with your new password.',
    signIn: 'Sign in',
    overTitle: 'This link no longer works',
    over: 'It works once, for 30 minutes, and only the newest one. Ask for a new link.',
    again: 'Email me a new link',
  },
  stop: {
    title: 'Was it you who asked?',
    line: 'An admin agreed that you may set up two-factor authentication anew. If you didn’t ask for that, stop it: then nobody can.',
    button: 'Stop it, it wasn’t me',
    wasMe: 'It was you? Then there is nothing to do here; you can close this page.',
    doneTitle: 'It’s stopped',
    done: (network: string) =>
      `Nothing was changed: your app, phone and backup codes work as before. The admins of ${network} know. Somebody may know your password, so choose a new one.`,
    newPassword: 'Choose a new password',
    overTitle: 'There is nothing left to stop',
    over: 'It was used or stopped already, or its time is up. If you can’t sign in any more, tell your admin at once.',
    signIn: 'Sign in',
  },
  notFound: {
    title: 'There’s nothing here',
    line: 'The address may be mistyped, or the page has moved.',
    home: 'Go to the start page',
  },
}

export type EntryTexts = typeof entryTexts
