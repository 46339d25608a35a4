import type { EntryTexts } from '../en/entry.texts.js'

const passwordHint = 'Mindestens 8 Zeichen. Lang ist besser als kompliziert.'
const passwordShort = 'Nehmen Sie mindestens 8 Zeichen.'

export const entryTexts: EntryTexts = {
  landing: {
    title: 'Eine Anmeldung, die ein gestohlenes Passwort nicht öffnet',
    line: 'Twinlock fragt Ihr Team nach zwei Dingen: einem Passwort und einem Code vom Telefon in der Hand. Machen Sie es für alle verbindlich, und niemand bleibt unterwegs stecken.',
    signIn: 'Anmelden',
    create: 'Netzwerk anlegen',
    pointsTitle: 'Was Sie bekommen',
    points: [
      {
        title: 'Zwei Schritte, eine Gewohnheit',
        text: 'Eine SMS oder irgendeine Authentifizierungs-App. Jeder wählt, was da ist, und richtet es einmal für alle Netzwerke ein.',
      },
      {
        title: 'Verbindlich, ohne Schlange beim Support',
        text: 'Sehen Sie, wer bereit ist, setzen Sie einen Zeitpunkt, und die Erinnerungen tun den Rest. Wer spät ist, richtet es bei der nächsten Anmeldung ein.',
      },
      {
        title: 'Immer ein Weg zurück',
        text: 'Ersatzcodes, die man wiederfindet, ein zweiter Weg, und mehr Zeit von der Administration für alle, die sie brauchen.',
      },
    ],
    stepOne: 'Passwort',
    stepTwo: 'Code von Ihrem Telefon',
    inside: 'Sie sind drin',
  },
  signUp: {
    title: 'Konto anlegen',
    line: 'Erst Ihr Konto, dann Ihr Netzwerk. Es dauert etwa 2 Minuten.',
    name: 'Ihr Name',
    email: 'E-Mail',
    password: 'Passwort',
    passwordHint,
    button: 'Konto anlegen',
    haveAccount: 'Sie haben schon ein Konto?',
    signIn: 'Anmelden',
    nameMissing: 'Sagen Sie uns Ihren Namen.',
    emailMissing: 'Geben Sie Ihre E-Mail-Adresse ein, etwa ada@acme.com.',
    passwordShort,
  },
  confirmEmail: {
    title: 'Sehen Sie in Ihre E-Mails',
    button: 'Code prüfen',
    wrongAddress: 'Falsche Adresse?',
    startAgain: 'Von vorn beginnen',
    overTitle: 'Diese Registrierung ist vorbei',
    over: 'Sie wurde in einem anderen Browser begonnen oder vor zu langer Zeit. Beginnen Sie von vorn; es dauert eine Minute.',
  },
  forgot: {
    title: 'Passwort zurücksetzen',
    line: 'Wir schicken Ihnen einen Link. Er gilt einmal, 30 Minuten lang.',
    email: 'E-Mail',
    button: 'Link per E-Mail senden',
    sentTitle: 'Sehen Sie in Ihre E-Mails',
    sent: (email) =>
      `Wenn es zu ${email} ein Konto gibt, ist ein Link unterwegs. Nach einer Minute nicht da? Sehen Sie im Spam-Ordner nach.`,
    back: 'Zurück zur Anmeldung',
  },
  reset: {
    title: 'Neues Passwort wählen',
    line: 'Damit werden Sie überall sonst abgemeldet. Ihre nächste Anmeldung fragt weiterhin nach dem zweiten Schritt.',
    password: 'Neues Passwort',
    hint: passwordHint,
    short: passwordShort,
    button: 'Passwort speichern',
    doneTitle: 'Ihr Passwort ist geändert',
    done: 'Sie wurden überall abgemeldet. Melden Sie sich mit dem neuen Passwort an.',
    signIn: 'Anmelden',
    overTitle: 'Dieser Link gilt nicht mehr',
    over: 'Er gilt einmal, 30 Minuten lang, und nur der neueste. Lassen Sie sich einen neuen schicken.',
    again: 'Neuen Link senden',
  },
  stop: {
    title: 'Haben Sie darum gebeten?',
    line: 'Ihre Administration hat zugestimmt, dass Sie die Zwei-Faktor-Authentifizierung neu einrichten. Haben Sie nicht darum gebeten, dann halten Sie es an: Danach kann es niemand mehr.',
    button: 'Anhalten, das war ich nicht',
    wasMe: 'Sie waren es? Dann ist hier nichts zu tun; Sie können diese Seite schließen.',
    doneTitle: 'Angehalten',
    done: (network) =>
      `Es hat sich nichts geändert: App, Telefon und Ersatzcodes gelten wie bisher. Die Administration von ${network} weiß Bescheid. Vielleicht kennt jemand Ihr Passwort; wählen Sie ein neues.`,
    newPassword: 'Neues Passwort wählen',
    overTitle: 'Hier gibt es nichts mehr anzuhalten',
    over: 'Es wurde schon benutzt oder angehalten, oder die Zeit ist um. Wenn Sie sich nicht mehr anmelden können, sagen Sie es sofort Ihrer Administration.',
    signIn: 'Anmelden',
  },
  notFound: {
    title: 'Hier ist nichts',
    line: 'Vielleicht ist die Adresse vertippt, oder die Seite ist umgezogen.',
    home: 'Zur Startseite',
  },
}
