import type { CommonTexts } from '../en/common.texts.js'

export const commonTexts: CommonTexts = {
  main: 'Hauptinhalt',
  skip: 'Zum Inhalt springen',
  loading: 'Wird geladen',
  help: 'Hilfe bei der Anmeldung',
  language: 'Sprache',
  back: 'Zurück',
  save: 'Speichern',
  continue: 'Weiter',
  sendAgain: 'Noch einmal senden',
  sent: (to) => `An ${to} gesendet.`,
  sendAgainIn: 'Noch einmal senden möglich in',
  verify: 'Code prüfen',
  menu: {
    label: (name) => `Ihr Konto: ${name}`,
    account: 'Konto',
    networks: 'Netzwerke',
    signOut: 'Abmelden',
  },
  trouble: {
    offline:
      'Wir erreichen Twinlock nicht. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal. Was Sie eingegeben haben, bleibt erhalten.',
    busy: 'Gerade sind zu viele Menschen auf einmal hier. Warten Sie einen Moment und versuchen Sie es noch einmal.',
    busyUntil: (moment) => `Zu viele Versuche. Versuchen Sie es um ${moment} noch einmal.`,
    forbidden: 'Das dürfen Sie nicht. Fragen Sie eine Administratorin oder einen Administrator des Netzwerks.',
    missing: 'Das gibt es hier nicht mehr. Gehen Sie zurück und sehen Sie noch einmal nach.',
    unconfirmed: 'Ihre Firmenanmeldung hat noch nicht bestätigt, dass Sie es sind. Gehen Sie noch einmal dorthin.',
    unexpected:
      'Bei uns ist etwas schiefgegangen. Versuchen Sie es gleich noch einmal; was Sie eingegeben haben, bleibt erhalten.',
    retry: 'Noch einmal versuchen',
    reload: 'Seite neu laden',
    title: 'Diese Seite wurde nicht geladen',
  },
  password: { show: 'Zeigen', hide: 'Verbergen', word: '(Passwort)' },
  copy: {
    copied: 'Kopiert',
    barred: 'Ihr Browser erlaubt das Kopieren nicht. Markieren Sie den Text und kopieren Sie ihn von Hand.',
  },
  dialog: { close: 'Schließen' },
  steps: { stepOf: (step, of) => `Schritt ${step} von ${of}` },
  time: {
    minutesLeft: (minutes) => (minutes === 1 ? 'Noch 1 Minute' : `Noch ${minutes} Minuten`),
    hoursMinutes: (hours, minutes) => `${hours} Std. ${minutes} Min.`,
    daysHours: (days, hours) => `${days} T. ${hours} Std.`,
    moreTime: 'Mehr Zeit geben',
    sessionTitle: 'Sind Sie noch da?',
    sessionLine: (moment) => `Sie werden um ${moment} abgemeldet.`,
    signInTitle: 'Brauchen Sie mehr Zeit?',
    signInLine: (moment) => `Um ${moment} müssten Sie von vorn beginnen.`,
  },
  code: {
    incomplete: 'Geben Sie alle 6 Ziffern ein.',
    submitsItself: 'Wir prüfen ihn, sobald alle 6 Ziffern da sind.',
    wrong: (triesLeft) =>
      triesLeft === 0
        ? 'Dieser Code passt nicht, und kein Versuch ist übrig. Gehen Sie zurück und beginnen Sie von vorn.'
        : `Dieser Code passt nicht. Noch ${triesLeft === 1 ? '1 Versuch' : `${triesLeft} Versuche`}.`,
    used: 'Schon verwendet. Warten Sie auf den nächsten.',
    clockFast: (minutes) =>
      `Die Uhr Ihres Telefons geht etwa ${minutes === 1 ? '1 Minute' : `${minutes} Minuten`} vor. Schalten Sie Datum und Uhrzeit auf automatisch.`,
    clockSlow: (minutes) =>
      `Die Uhr Ihres Telefons geht etwa ${minutes === 1 ? '1 Minute' : `${minutes} Minuten`} nach. Schalten Sie Datum und Uhrzeit auf automatisch.`,
    expired: 'Dieser Code gilt nicht mehr. Lassen Sie sich einen neuen senden.',
    tooMany: (moment) => `Zu viele Versuche. Versuchen Sie es um ${moment} noch einmal.`,
    noneLeft: 'Hier ist kein Versuch übrig. Gehen Sie zurück und beginnen Sie von vorn.',
    exhausted: 'Zu viele falsche Codes in 90 Tagen, darum nehmen wir keinen mehr an.',
    newPassword: 'Mit einem neuen Passwort geht es weiter',
  },
  passkey: {
    button: 'Passkey verwenden',
    line: 'Ihr Browser fragt danach: auf diesem Gerät, über Ihr Telefon oder mit einem Sicherheitsschlüssel.',
    cancelled:
      'Die Abfrage wurde geschlossen oder blieb ohne Antwort. Versuchen Sie es noch einmal oder wählen Sie einen anderen Weg.',
    failed: 'Das konnte Ihr Browser gerade nicht. Versuchen Sie es noch einmal oder wählen Sie einen anderen Weg.',
    wrong: (triesLeft) =>
      triesLeft === 0
        ? 'Dieser Passkey wurde nicht angenommen, und kein Versuch ist übrig. Gehen Sie zurück und beginnen Sie von vorn.'
        : `Dieser Passkey wurde nicht angenommen. Noch ${triesLeft === 1 ? '1 Versuch' : `${triesLeft} Versuche`}.`,
    expired: 'Das hat zu lange gedauert. Versuchen Sie es noch einmal.',
    unsupported: 'Dieser Browser kennt keine Passkeys. Wählen Sie einen anderen Weg oder einen anderen Browser.',
  },
  send: {
    failed: 'Wir konnten ihn nicht senden. Versuchen Sie es gleich noch einmal oder wählen Sie einen anderen Weg.',
    tooSoon: (moment) => `Um ${moment} können Sie den nächsten anfordern.`,
  },
  country: {
    choose: 'Land auswählen',
    chosen: (name, callingCode) => `Land: ${name}, ${callingCode}`,
    search: 'Land oder Vorwahl suchen',
    none: 'Kein Land gefunden. Versuchen Sie es mit der Vorwahl, etwa +49.',
    found: (count) => (count === 1 ? '1 Land' : `${count} Länder`),
  },
  phone: {
    label: 'Mobilnummer',
    hint: 'Mit Vorwahl. Jede Schreibweise geht.',
    wrong: 'Das können wir nicht als Mobilnummer lesen. Prüfen Sie das Land und die Ziffern.',
    unsupported: 'In dieses Land können wir keine SMS senden. Nehmen Sie stattdessen eine Authentifizierungs-App.',
  },
  email: {
    codeLabel: 'Code aus Ihrer E-Mail',
    sentTo: (address) => `Wir haben einen Code an ${address} geschickt. Er gilt 10 Minuten.`,
    notThere: 'Nach einer Minute nicht da? Sehen Sie im Spam-Ordner nach.',
    late: 'Die E-Mail verspätet sich. Wir versuchen es weiter.',
    failed:
      'Wir konnten die E-Mail nicht zustellen. Prüfen Sie, ob die Adresse stimmt, oder lassen Sie sie noch einmal senden.',
  },
  backup: {
    label: 'Ersatzcode',
    hint: 'Einer der Codes, die Sie aufgehoben haben. Leerzeichen und Striche sind egal.',
    malformed: 'Ein Ersatzcode hat 13 Buchstaben und Ziffern. Prüfen Sie Ihre Eingabe.',
    printTitle: 'Twinlock-Ersatzcodes',
    printLine: (email, day) => `Für ${email}, erstellt am ${day}. Jeder gilt einmal.`,
    fileName: 'twinlock-ersatzcodes.txt',
    usedOn: (day) => `Verwendet am ${day}`,
    listLabel: 'Ersatzcodes',
    save: 'Sichern oder teilen',
    download: 'Herunterladen',
    copy: 'Kopieren',
    print: 'Drucken',
    saved: 'Gesichert',
  },
  methods: {
    AUTHENTICATOR_APP: 'Authentifizierungs-App',
    SMS: 'SMS',
    PASSKEY: 'Passkey',
    BACKUP_CODE: 'Ersatzcode',
  },
  banner: {
    label: 'Was ansteht',
    required: (network, moment) =>
      `${network} verlangt die Zwei-Faktor-Authentifizierung. Sie haben Zeit bis ${moment}:`,
    otherMethod: (network, accepted, moment) =>
      `${network} erkennt Ihre Methode nicht an. Fügen Sie bis ${moment} eine hinzu, die zählt (${accepted}):`,
    setUp: 'Jetzt einrichten',
  },
  confirm: {
    company:
      'Hier kennen wir Sie durch Ihre Firmenanmeldung. Melden Sie sich dort noch einmal an, in einem eigenen Fenster.',
    companyButton: 'Mit Firmenanmeldung bestätigen',
    title: 'Bestätigen Sie, dass Sie es sind',
    password: 'Das ist wichtig, darum fragen wir noch einmal nach. Geben Sie Ihr Passwort ein.',
    passwordLabel: 'Passwort',
    wrongPassword: 'Dieses Passwort passt nicht. Prüfen Sie es und versuchen Sie es noch einmal.',
    app: 'Geben Sie den Code ein, den Ihre Authentifizierungs-App zeigt.',
    sms: (phone) => `Wir haben eine SMS an ${phone} gesendet.`,
    codeLabel: 'Code',
    otherWays: 'Anderen Weg versuchen',
    forgot: 'Ich habe mein Passwort vergessen',
    button: 'Bestätigen',
  },
}
