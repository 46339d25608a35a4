export const helpTexts = {
  title: 'Help with signing in',
  questions: [
    {
      title: 'I don’t have my phone',
      text: 'At the second step, choose “Try another way”, then “Use a backup code”. They’re the 10 codes you saved when you set up two-factor authentication. Each works once.',
    },
    {
      title: 'No backup codes either',
      text: 'Ask an admin of your network: call them, or go and see them. They can let you set up anew. Then sign in with your password, choose “Try another way”, and follow “Set up anew”. You need your email for that. If you are in several networks that require it, an admin of each has to agree.',
    },
    {
      title: 'The code from my app doesn’t match',
      text: 'Codes change every 30 seconds, so type the one that’s showing now. If it still doesn’t match, turn on automatic date and time in your phone’s settings: a clock that’s off makes wrong codes.',
    },
    {
      title: 'My passkey isn’t on this device',
      text: 'When the browser asks, choose your phone or a security key if it’s there. Otherwise close the prompt and choose “Try another way”. A passkey works only at the address where you made it; that’s what makes it safe.',
    },
    {
      title: 'The text message doesn’t come',
      text: 'Check your reception, wait a minute, then choose “Send again”. It’s the same code, so an older message works too while its 10 minutes last. You can also choose “Try another way”.',
    },
    {
      title: 'The email doesn’t come',
      text: 'Look in your spam folder. Check that you typed the address your account has: we give the same answer for any address, so that nobody can learn who has an account.',
    },
    {
      title: 'I forgot my password',
      text: 'Choose “Forgot your password?” when you sign in. We email you a link. Your second step stays on.',
    },
  ],
  back: 'Back to sign-in',
}

export type HelpTexts = typeof helpTexts
