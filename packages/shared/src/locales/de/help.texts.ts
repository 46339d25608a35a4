import type { HelpTexts } from '../en/help.texts.js'

export const helpTexts: HelpTexts = {
  title: 'Hilfe bei der Anmeldung',
  questions: [
    {
      title: 'Ich habe mein Telefon nicht dabei',
      text: 'Wählen Sie beim zweiten Schritt „Anderen Weg versuchen“, dann „Einen Ersatzcode nehmen“. Das sind die 10 Codes, die Sie beim Einrichten aufgehoben haben. Jeder gilt einmal.',
    },
    {
      title: 'Auch keine Ersatzcodes',
      text: 'Fragen Sie die Administration Ihres Netzwerks: Rufen Sie an, oder gehen Sie hin. Sie kann Sie neu einrichten lassen. Melden Sie sich dann mit Ihrem Passwort an, wählen Sie „Anderen Weg versuchen“ und folgen Sie „Neu einrichten“. Dafür brauchen Sie Ihre E-Mail. Sind Sie in mehreren Netzwerken, in denen es Pflicht ist, muss jede Administration zustimmen.',
    },
    {
      title: 'Der Code aus meiner App passt nicht',
      text: 'Codes wechseln alle 30 Sekunden; geben Sie den ein, der gerade zu sehen ist. Passt er immer noch nicht, schalten Sie in den Einstellungen des Telefons Datum und Uhrzeit auf automatisch: Eine Uhr, die falsch geht, macht falsche Codes.',
    },
    {
      title: 'Mein Passkey ist nicht auf diesem Gerät',
      text: 'Wählen Sie in der Abfrage des Browsers Ihr Telefon oder einen Sicherheitsschlüssel, wenn er dort ist. Sonst schließen Sie sie und wählen „Anderen Weg versuchen“. Ein Passkey geht nur unter der Adresse, unter der Sie ihn erstellt haben; das macht ihn sicher.',
    },
    {
      title: 'Die SMS kommt nicht',
      text: 'Prüfen Sie den Empfang, warten Sie eine Minute und wählen Sie „Noch einmal senden“. Es ist derselbe Code, eine ältere SMS gilt also auch, solange ihre 10 Minuten dauern. Oder wählen Sie „Anderen Weg versuchen“.',
    },
    {
      title: 'Die E-Mail kommt nicht',
      text: 'Sehen Sie im Spam-Ordner nach. Prüfen Sie, ob es die Adresse Ihres Kontos ist: Wir antworten auf jede Adresse gleich, damit niemand erfährt, wer ein Konto hat.',
    },
    {
      title: 'Ich habe mein Passwort vergessen',
      text: 'Wählen Sie bei der Anmeldung „Passwort vergessen?“. Wir mailen Ihnen einen Link. Ihr zweiter Schritt bleibt an.',
    },
  ],
  back: 'Zurück zur Anmeldung',
}
