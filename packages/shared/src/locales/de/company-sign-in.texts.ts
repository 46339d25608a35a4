import type { CompanySignInTexts } from '../en/company-sign-in.texts.js'

export const companySignInTexts: CompanySignInTexts = {
  title: 'Firmenanmeldung',
  line: 'Melden Sie sich mit Ihrem Arbeitskonto im Netzwerk Ihrer Firma an.',
  field: 'Netzwerkadresse oder Arbeits-E-Mail',
  hint: 'Zum Beispiel acme oder ada@acme.com.',
  button: 'Weiter',
  missing: 'Geben Sie die Adresse Ihres Netzwerks oder Ihre Arbeits-E-Mail ein.',
  none: 'Unter diesem Namen kennen wir keine Firmenanmeldung. Prüfen Sie die Schreibweise, oder fragen Sie einen Admin Ihres Netzwerks nach der Adresse.',
  tooMany: (moment) => `Zu viele Versuche. Versuchen Sie es um ${moment} noch einmal.`,
  several: 'Ihre Firma hat mehrere Netzwerke. Wohin möchten Sie?',
  goTo: (network) => `Weiter zu ${network}`,
  guest: 'Ich bin Gast',
  guestHint: 'Gäste und alle ohne Firmenanmeldung nehmen E-Mail und Passwort.',
  goThere: 'Weiter mit der Firmenanmeldung',
  tryAgain: 'Firmenanmeldung noch einmal versuchen',
  other: 'Ein anderes Netzwerk suchen',
  help: (contact) => `Fragen? Wenden Sie sich an ${contact}.`,
  helpAdmin: (network) => `Fragen? Wenden Sie sich an einen Admin von ${network}.`,
  problems: {
    PROVIDER_DOWN: {
      title: 'Die Firmenanmeldung antwortet nicht',
      line: 'Vielleicht ist sie gerade gestört. Warten Sie etwas, und versuchen Sie es noch einmal.',
    },
    MISCONFIGURED: {
      title: 'Die Firmenanmeldung ist nicht richtig eingerichtet',
      line: 'Ein Admin Ihres Netzwerks muss danach sehen. Sie selbst können das nicht beheben.',
    },
    CLIENT_REFUSED: {
      title: 'Die Firmenanmeldung hat uns abgewiesen',
      line: 'Meist ist ein Geheimnis abgelaufen. Ein Admin Ihres Netzwerks muss es erneuern.',
    },
    UNTRUSTED: {
      title: 'Dieser Antwort können wir nicht trauen',
      line: 'Was von der Anmeldung Ihrer Firma zurückkam, passte nicht zusammen. Niemand wurde angemeldet. Versuchen Sie es noch einmal; bleibt es dabei, sagen Sie einem Admin Bescheid.',
    },
    DENIED: {
      title: 'Sie wurden nicht angemeldet',
      line: 'Die Anmeldung Ihrer Firma hat abgelehnt oder wurde abgebrochen. Versuchen Sie es noch einmal, wenn Sie das nicht wollten.',
    },
    EXPIRED: {
      title: 'Das hat zu lange gedauert',
      line: 'Die Firmenanmeldung muss innerhalb von 10 Minuten im selben Browser fertig sein. Bitte beginnen Sie noch einmal.',
    },
    NO_SIGN_IN_TIME: {
      title: 'Wir konnten nicht feststellen, dass Sie es sind',
      line: 'Die Anmeldung Ihrer Firma hat uns nicht gesagt, dass Sie sich gerade angemeldet haben. Versuchen Sie es noch einmal; bleibt es dabei, sagen Sie einem Admin Bescheid.',
    },
    GUEST: {
      title: 'Sie sind hier Gast',
      line: 'Gäste nutzen die Firmenanmeldung nicht. Melden Sie sich mit E-Mail und Passwort an.',
    },
    NOT_A_MEMBER: {
      title: 'Sie sind nicht in diesem Netzwerk',
      line: 'Ihre Firmenanmeldung hat geklappt, aber Sie sind noch nicht in diesem Netzwerk. Bitten Sie einen Admin, Sie einzuladen.',
    },
    OTHER_IDENTITY: {
      title: 'Ihr Konto ist mit einer anderen Anmeldung verknüpft',
      line: 'Vielleicht wurde Ihr Arbeitskonto neu angelegt. Ein Admin Ihres Netzwerks kann die alte Verknüpfung lösen.',
    },
    OTHER_ACCOUNT: {
      title: 'Das war ein anderes Konto',
      line: 'Melden Sie sich dort mit dem Konto an, das Sie hier benutzen.',
    },
    OFF: {
      title: 'Hier gibt es keine Firmenanmeldung',
      line: 'Vielleicht ist die Adresse vertippt, oder dieses Netzwerk nutzt E-Mail und Passwort.',
    },
    BUSY: {
      title: 'Zu viele auf einmal',
      line: 'Gerade melden sich viele von Ihrem Standort an. Warten Sie ein paar Minuten, und versuchen Sie es noch einmal.',
    },
    OURS: {
      title: 'Bei uns ist etwas schiefgegangen',
      line: 'Niemand wurde angemeldet. Versuchen Sie es gleich noch einmal.',
    },
    OWNER_CHOICE: {
      title: 'Dieses Netzwerk verlangt die Firmenanmeldung',
      line: 'Melden Sie sich dort an, dann sind Sie drin.',
    },
    NO_PROOF: {
      title: 'Ein Schritt fehlt noch',
      line: 'Dieses Netzwerk verlangt einen zweiten Schritt, und Ihre Firmenanmeldung hat uns nicht gesagt, dass sie einen gemacht hat.',
    },
  },
  proof: {
    again: 'Nutzen Sie bei der Anmeldung Ihrer Firma den zweiten Schritt, wenn es dort einen gibt.',
    own: 'Oder richten Sie hier Ihren eigenen ein. Das dauert etwa 3 Minuten.',
    ownButton: 'Zwei-Faktor-Authentifizierung einrichten',
    password: 'Ihr Konto hat noch kein Passwort? Wählen Sie zuerst eines: Wir schicken Ihnen einen Link.',
    passwordButton: 'Passwort wählen',
  },
  signIn: 'Mit E-Mail und Passwort anmelden',
  owner: {
    title: 'Dieses Netzwerk gehört Ihnen',
    line: 'Wenn die Firmenanmeldung Sie nicht hineinlässt, nehmen Sie Passwort und zweiten Schritt. Das gilt einen Tag, und die anderen Admins erfahren es per E-Mail.',
    button: 'Ohne Firmenanmeldung hineingehen',
    twoFactor:
      'Richten Sie zuerst für Ihr Konto die Zwei-Faktor-Authentifizierung ein. Dann können Sie ohne Firmenanmeldung hinein.',
  },
  join: {
    title: (network) => `Firmenanmeldung mit ${network} verknüpfen`,
    line: 'Das machen Sie einmal. Danach genügt Ihre Firmenanmeldung.',
    work: 'Firmenanmeldung',
    unknown: 'Ihre Firma nennt uns keine E-Mail',
    account: 'Twinlock-Konto',
    question: 'Sind Sie beides?',
    button: 'Ja, verknüpfen',
    linked: 'Verknüpft.',
    signIn: 'Melden Sie sich zuerst mit dem Passwort bei Ihrem Twinlock-Konto an, damit wir wissen, wem es gehört.',
    signInButton: 'Mit meinem Passwort anmelden',
    not: 'Das bin ich nicht',
    over: 'Das hat länger als 10 Minuten gedauert und wurde verworfen. Bitte beginnen Sie noch einmal.',
    startAgain: 'Von vorn beginnen',
    afterwards: 'Sie öffnet nur dieses Netzwerk: nie Ihre anderen Netzwerke, Ihr Passwort oder Ihren zweiten Schritt.',
  },
  session: {
    title: 'Sie sind über die Firmenanmeldung hier',
    line: 'Sie öffnet nur das Netzwerk Ihrer Firma. Ihre anderen Netzwerke und Ihr Konto brauchen Ihr eigenes Passwort.',
    signIn: 'Mit meinem Passwort anmelden',
    password: 'Ein Passwort wählen',
  },
  confirmed: {
    title: 'Sie sind es',
    line: 'Sie können dieses Fenster schließen und weitermachen, wo Sie waren.',
  },
}
