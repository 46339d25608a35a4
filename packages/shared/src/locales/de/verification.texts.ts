import type { VerificationTexts } from '../en/verification.texts.js'

export const verificationTexts: VerificationTexts = {
  title: (app) => `${app} fragt: Sind Sie das?`,
  line: (network) => `Prüfen Sie, was Sie bestätigen. Gefragt in ${network}.`,
  reason: 'Wofür',
  amount: 'Wie viel',
  payee: 'An',
  button: 'Bestätigen',
  notMe: 'Das war ich nicht',
  notMeLine: 'Nicht von Ihnen begonnen? Sagen Sie es: Nichts geschieht, und Ihre Admins erfahren es.',
  provider: 'Weiter mit der Firmenanmeldung',
  providerLine: 'Sie melden sich dort noch einmal an, damit es sicher Sie sind.',
  setUpTitle: 'Richten Sie zuerst die Zwei-Faktor-Authentifizierung ein',
  setUpLine: (app) =>
    `${app} will sicher sein, dass Sie es sind, und Ihr Konto hat noch keinen zweiten Schritt. Es dauert etwa 3 Minuten, dann kommen Sie hierher zurück.`,
  setUp: 'Jetzt einrichten',
  notNow: 'Jetzt nicht',
  until: (moment) => `Das gilt bis ${moment}.`,
  back: (app) => `Zurück zu ${app}`,
  ends: {
    COMPLETED: { title: 'Bestätigt', line: 'Sie können jetzt zurückgehen.' },
    DECLINED: { title: 'Danke für den Hinweis', line: 'Nichts wurde bestätigt. Ihre Admins wissen Bescheid.' },
    EXPIRED: { title: 'Die Zeit ist um', line: 'Nichts wurde bestätigt. Beginnen Sie in der App noch einmal.' },
    LOCKED: {
      title: 'Zu viele Versuche',
      line: 'Nichts wurde bestätigt. Warten Sie 15 Minuten, dann beginnen Sie in der App noch einmal.',
    },
    NO_SECOND_STEP: { title: 'Nichts wurde bestätigt', line: 'Ihr Konto hat noch keinen zweiten Schritt.' },
  },
  missingTitle: 'Hier ist nichts zu bestätigen',
  missingLine: (email) =>
    `Sie sind als ${email} angemeldet. Entweder wurde jemand anderes gefragt, oder es ist zu alt. Beginnen Sie in der App noch einmal.`,
  missingButton: 'Zu meinen Netzwerken',
}
