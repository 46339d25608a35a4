/** The API, tried in the browser. */
export const developersTexts = {
  title: 'Developers',
  line: 'Ask the live API. You ask as yourself while you’re signed in, or as an API key.',
  key: 'API key',
  keyHint: 'Leave it empty to ask as yourself. It stays in this window and is sent nowhere else.',
  examples: 'Examples',
  guide: 'The guide',
  contents: 'On this page',
  tryIt: 'Try it in the browser',
  sdl: 'The schema (SDL)',
  schema: 'Webhook schema',
  copy: 'Copy',
  back: 'Back to your networks',
  exampleNames: {
    whoAmI: 'Who am I?',
    whoLacks: 'Who lacks two-factor authentication?',
    changes: 'What changed since last night?',
    verification: 'Ask a member to confirm',
    coverage: 'How many are protected?',
  },
}

export type DevelopersTexts = typeof developersTexts
