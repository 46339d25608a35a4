import type { DevInboxTexts } from '../en/dev-inbox.texts.js'

export const devInboxTexts: DevInboxTexts = {
  title: 'Abgefangene Nachrichten',
  line: 'Für E-Mail oder SMS ist kein echter Anbieter eingestellt, darum endet jede Nachricht hier, die neueste zuerst. Diese Seite gibt es nur auf diesem Rechner.',
  empty: 'Noch keine Nachrichten',
  emptyText:
    'Registrieren Sie sich oder lassen Sie sich einen Code senden: Die Nachricht erscheint hier binnen 2 Sekunden.',
  email: 'E-Mail',
  sms: 'SMS',
  to: (address) => `An ${address}`,
  list: 'Nachrichten',
  html: 'Wie sie aussieht',
  text: 'Als Text',
  off: 'Nachrichten werden hier nicht abgefangen: Ein echter Anbieter ist eingestellt, oder das ist nicht Ihr eigener Rechner.',
  frame: 'Die Nachricht',
  count: (count) => (count === 1 ? '1 Nachricht' : `${count} Nachrichten`),
}
