import type { DevelopersTexts } from '../en/developers.texts.js'

export const developersTexts: DevelopersTexts = {
  title: 'Entwickler',
  line: 'Fragen Sie die laufende API. Sie fragen als Sie selbst, solange Sie angemeldet sind, oder als API-Schlüssel.',
  key: 'API-Schlüssel',
  keyHint: 'Leer gelassen fragen Sie als Sie selbst. Er bleibt in diesem Fenster und geht nirgendwo sonst hin.',
  examples: 'Beispiele',
  guide: 'Die Anleitung (englisch)',
  contents: 'Auf dieser Seite',
  tryIt: 'Im Browser ausprobieren',
  sdl: 'Das Schema (SDL)',
  schema: 'Schema der Webhooks',
  copy: 'Kopieren',
  back: 'Zurück zu Ihren Netzwerken',
  exampleNames: {
    whoAmI: 'Wer bin ich?',
    whoLacks: 'Wem fehlt die Zwei-Faktor-Authentifizierung?',
    changes: 'Was hat sich seit gestern Nacht geändert?',
    verification: 'Ein Mitglied um Bestätigung bitten',
    coverage: 'Wie viele sind geschützt?',
  },
}
