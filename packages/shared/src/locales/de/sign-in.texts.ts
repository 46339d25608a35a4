import type { SignInTexts } from '../en/sign-in.texts.js'

export const signInTexts: SignInTexts = {
  title: 'Anmelden',
  email: 'E-Mail',
  password: 'Passwort',
  button: 'Anmelden',
  forgot: 'Passwort vergessen?',
  newHere: 'Neu hier?',
  signUp: 'Konto anlegen',
  wrong: 'E-Mail und Passwort passen nicht zusammen. Prüfen Sie beides und versuchen Sie es noch einmal.',
  tooMany: (moment) => `Zu viele Versuche. Versuchen Sie es um ${moment} noch einmal.`,
  expired: 'Diese Anmeldung hat zu lange gedauert und wurde verworfen. Bitte beginnen Sie von vorn.',
  sso: (network) => `${network} nutzt die Anmeldung über die Firma. Machen Sie dort mit Ihrem Arbeitskonto weiter.`,
  company: 'Firmenanmeldung nutzen',
  ssoButton: 'Weiter zur Firmenanmeldung',
  verify: {
    titles: {
      AUTHENTICATOR_APP: 'Geben Sie den Code aus Ihrer App ein',
      SMS: 'Geben Sie den Code aus Ihrer SMS ein',
      BACKUP_CODE: 'Geben Sie einen Ersatzcode ein',
      PASSKEY: 'Nehmen Sie Ihren Passkey',
    },
    signingInAs: (email) => `Anmeldung als ${email}.`,
    codeLabel: '6-stelliger Code',
    appHint: 'Öffnen Sie Ihre Authentifizierungs-App und suchen Sie Twinlock.',
    smsHint: (phone) => `An ${phone} gesendet. Der Code gilt 10 Minuten.`,
    smsOnItsWay: (phone) => `Unterwegs an ${phone}. Der Code gilt 10 Minuten.`,
    smsNotSent: 'Es wurde noch keine SMS gesendet.',
    smsHeld: (moment) => `Wir haben zuletzt viele SMS gesendet. Die nächste können Sie um ${moment} anfordern.`,
    smsLate: 'Ihre SMS verspätet sich. Wir versuchen es weiter; wenn es eilt, wählen Sie einen anderen Weg.',
    smsFailed:
      'Wir konnten die SMS nicht zustellen. Lassen Sie sie noch einmal senden oder wählen Sie einen anderen Weg.',
    trust: 'Auf diesem Gerät nicht mehr fragen',
    trustHint: 'Nur auf einem Gerät, das sonst niemand benutzt.',
    otherWays: 'Anderen Weg versuchen',
    otherTitle: 'Wie sonst können wir prüfen, dass Sie es sind?',
    ways: {
      AUTHENTICATOR_APP: 'Meine Authentifizierungs-App nehmen',
      SMS: 'Mir eine SMS senden',
      BACKUP_CODE: 'Einen Ersatzcode nehmen',
      PASSKEY: 'Meinen Passkey nehmen',
    },
    noneLeft: 'Nichts davon geht? Fragen Sie die Administration Ihres Netzwerks: Dort kann man Ihnen hineinhelfen.',
    anew: {
      button: 'Neu einrichten, wie vereinbart',
      line: 'Wenn nichts anderes geht. Zuerst schicken wir Ihnen einen Code per E-Mail. Was Sie dann einrichten, ersetzt Ihre alte App, Ihr altes Telefon und die Ersatzcodes.',
      waitingTitle: 'Ein Netzwerk hat zugestimmt, es fehlt noch eines',
      waiting: (networks) =>
        `Sie können neu einrichten, sobald auch die Administration von ${new Intl.ListFormat('de').format(networks)} zustimmt, denn auch dort ist die Zwei-Faktor-Authentifizierung Pflicht.`,
      over: 'Das geht nicht mehr. Fragen Sie Ihre Administration noch einmal.',
    },
    startAgain: 'Als jemand anderes anmelden',
  },
  few: {
    title: (left) =>
      left === 0
        ? 'Das war Ihr letzter Ersatzcode'
        : `Sie haben noch ${left === 1 ? '1 Ersatzcode' : `${left} Ersatzcodes`}`,
    line: 'Sie sind angemeldet. Erstellen Sie jetzt neue Codes, damit Sie auch das nächste Mal ohne Telefon hineinkommen.',
    renew: 'Neue Codes erstellen',
    later: 'Nicht jetzt',
  },
}
