import type { SetUpTexts } from '../en/set-up.texts.js'

export const setUpTexts: SetUpTexts = {
  choose: {
    title: 'Wie sollen wir prüfen, dass Sie es sind?',
    line: 'Nach dem Passwort fragen wir nach einem weiteren Nachweis.',
    legend: 'Wege, um zu prüfen, dass Sie es sind',
    sms: 'SMS',
    smsNeeds:
      'Sie brauchen ein Mobiltelefon mit Empfang. Wer Ihre Nummer übernimmt, bekommt auch die Codes. Etwa 1 Minute.',
    app: 'Authentifizierungs-App verwenden',
    appNeeds:
      'Sie brauchen eine App auf Telefon oder Computer. Geht auch ohne Empfang und ist sicherer. Etwa 2 Minuten.',
    passkey: 'Passkey',
    passkeyNeeds:
      'Sie brauchen die Sperre dieses Geräts, Ihr Telefon oder einen Sicherheitsschlüssel. Der sicherste Weg: Keine nachgemachte Seite kann ihn nutzen. Etwa 1 Minute.',
    passkeyPresent: 'Sie haben schon einen und können einen weiteren hinzufügen.',
    barredBy: (networks) => `Wird von ${networks} nicht angenommen.`,
    smsUnavailable: 'SMS gibt es auf dieser Installation nicht.',
    present: 'Das haben Sie schon. Neu eingerichtet ersetzt es das alte.',
    noPhone: 'Ich habe kein Mobiltelefon',
    noPhoneText:
      'Sie brauchen keines. 1Password, Bitwarden und KeePassXC sind Authentifizierungs-Apps für Computer. Installieren Sie eine und wählen Sie hier „Authentifizierungs-App verwenden“.',
    noPhoneButton: 'Weiter mit einer App auf diesem Computer',
    endsOthers: 'Am Ende werden Ihre anderen Sitzungen beendet, damit nur Sie angemeldet bleiben.',
  },
  email: {
    title: 'Zuerst: Sehen Sie in Ihre E-Mails',
    line: 'Eines Ihrer Netzwerke wartet darauf. Damit wir sicher sind, dass Sie es sind, geben Sie den Code ein, den wir Ihnen mailen.',
    lineAtDoor: (address) => `Geben Sie zuerst den Code ein, den wir an ${address} geschickt haben.`,
  },
  app: {
    title: 'Fügen Sie Twinlock Ihrer App hinzu',
    line: 'Scannen Sie das Bild und geben Sie die 6 Ziffern ein, die die App zeigt.',
    linePhone: 'Öffnen Sie es in Ihrer App und geben Sie die 6 Ziffern ein, die sie zeigt.',
    steps: [
      'Öffnen Sie Ihre Authentifizierungs-App.',
      'Fügen Sie dort ein Konto hinzu und scannen Sie das Bild.',
      'Geben Sie unten die 6 Ziffern ein.',
    ],
    qrLabel: 'Dasselbe wie der Schlüssel darunter',
    open: 'In meiner App öffnen',
    showQr: 'Bild zeigen, um es mit einem anderen Telefon zu scannen',
    byHand: 'Scannen geht nicht? Geben Sie diesen Schlüssel ein',
    byHandPhone: 'Oder fügen Sie ein Konto mit diesem Schlüssel hinzu',
    copyKey: 'Schlüssel kopieren',
    codeLabel: '6-stelliger Code',
    noApp: 'Ich habe noch keine App',
    noAppText:
      'Suchen Sie eine davon im App Store oder bei Google Play: Google Authenticator, Duo Mobile, Authy, 1Password oder Bitwarden. Auf dem Computer: 1Password, Bitwarden oder KeePassXC. Die meisten sind kostenlos. Kommen Sie danach hierher zurück; diese Seite wartet.',
    expired: 'Dieses Bild gilt nicht mehr. Erstellen Sie ein neues und scannen Sie das.',
    renewTitle: 'Bild oder Schlüssel gehen nicht',
    renew: 'Neues erstellen',
    oldKey: 'Ein neues tritt an seine Stelle. Löschen Sie den alten Twinlock-Eintrag in Ihrer App und scannen Sie neu.',
    another: 'Anderen Weg wählen',
  },
  number: {
    title: 'Wie ist Ihre Mobilnummer?',
    line: 'Wir senden Ihnen einen Code, um zu prüfen, dass sie Ihnen gehört, und einen bei jeder Anmeldung.',
    over: 'Das hat zu lange gedauert, darum wurde der Code verworfen. Lassen Sie sich einen neuen senden.',
    button: 'Code per SMS senden',
    another: 'Anderen Weg wählen',
  },
  sms: {
    title: 'Sehen Sie in Ihre SMS',
    line: (phone) => `An ${phone} gesendet. Der Code gilt 10 Minuten.`,
    onItsWay: (phone) => `Unterwegs an ${phone}. Der Code gilt 10 Minuten.`,
    late: 'Die SMS verspätet sich. Wir versuchen es weiter; wenn es eilt, wählen Sie einen anderen Weg.',
    failed: 'Wir konnten die SMS nicht zustellen. Prüfen Sie die Nummer oder lassen Sie sie noch einmal senden.',
    codeLabel: '6-stelliger Code',
    change: 'Nummer ändern',
    expired: 'Dieser Code gilt nicht mehr. Gehen Sie zurück und lassen Sie sich einen neuen senden.',
  },
  passkey: {
    title: 'Erstellen Sie einen Passkey',
    line: 'Ihr Browser fragt, wo er liegen soll: auf diesem Gerät, auf Ihrem Telefon oder auf einem Sicherheitsschlüssel.',
    nameLabel: 'Name dieses Passkeys',
    nameHint: 'Damit Sie ihn auf Ihrer Kontoseite wiedererkennen.',
    button: 'Passkey erstellen',
    known:
      'Dort, wo Sie gerade waren, gibt es schon einen Passkey für Ihr Konto. Nehmen Sie einen anderen Ort oder einen anderen Weg.',
    refused: 'Dieser Passkey wurde nicht angenommen. Versuchen Sie es noch einmal oder wählen Sie einen anderen Weg.',
    expired: 'Das hat zu lange gedauert, darum haben wir neu begonnen. Erstellen Sie den Passkey jetzt.',
    noRoom: 'Sie haben fünf Passkeys, mehr gehen nicht. Entfernen Sie zuerst einen auf Ihrer Kontoseite.',
    another: 'Anderen Weg wählen',
  },
  codes: {
    title: 'Heben Sie Ihre Ersatzcodes auf',
    line: 'Telefon verloren? Jeder davon lässt Sie hinein, einmal.',
    done: 'Ich habe sie aufgehoben',
    where:
      'Heben Sie sie dort auf, wo Sie ohne Telefon nachsehen würden: im Passwortmanager oder auf Papier. Auf Ihrer Kontoseite finden Sie sie wieder.',
    lost: 'Ihre Codes sind sicher. Die Seite wurde neu geladen, darum sind sie wieder verborgen.',
    show: 'Meine Ersatzcodes zeigen',
  },
  done: {
    title: 'Die Zwei-Faktor-Authentifizierung ist an',
    app: 'Bei der nächsten Anmeldung fragen wir nach dem Code aus Ihrer App.',
    sms: 'Bei der nächsten Anmeldung senden wir Ihnen einen Code per SMS.',
    passkey: 'Bei der nächsten Anmeldung fragen wir nach Ihrem Passkey.',
    serves:
      'Sie gilt für alle Ihre Netzwerke. Auf Ihrer Kontoseite können Sie einen zweiten Weg hinzufügen oder etwas ändern.',
    button: 'Weiter',
  },
  door: {
    title: (network) => `${network} braucht noch einen Schritt`,
    titleMany: 'Ihre Netzwerke brauchen noch einen Schritt',
    line: '3 Minuten, dann sind Sie drin.',
    required: (network, moment) => `${network} verlangt die Zwei-Faktor-Authentifizierung seit ${moment}.`,
    contact: (network, contact) => `Fragen? ${network} sagt: ${contact}`,
    other: 'Zu meinen anderen Netzwerken',
    otherHint: (networks) => `Ohne sie geht es zu: ${networks}.`,
    startAgain: 'Als jemand anderes anmelden',
    safe: 'Ihr Konto und Ihre Daten sind sicher.',
  },
  anew: {
    title: 'Den zweiten Schritt neu einrichten',
    line: '3 Minuten, dann sind Sie drin.',
    replaces:
      'Was Sie jetzt einrichten, ersetzt Ihre alte App, Ihr altes Telefon und die Ersatzcodes. Bis dahin bleiben die alten. Überall sonst werden Sie abgemeldet.',
  },
  backToAccount: 'Zurück zu meinem Konto',
}
