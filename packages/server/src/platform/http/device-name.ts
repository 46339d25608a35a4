import Bowser from 'bowser'
import { LRUCache } from 'lru-cache'

// Of a browser it does not know the parser repeats what it says, and a stranger's words would stand in our mails.
const browsers = new Set<string>(Object.values(Bowser.BROWSER_MAP))
const systems = new Set<string>(Object.values(Bowser.OS_MAP))

const UNKNOWN = 'An unknown browser'

/** Reading one takes as long as a database command, and the same few ask again and again. */
const known = new LRUCache<string, string>({ max: 500, memoMethod: read })

/** A browser as people know it, for mails and lists: "Firefox on Windows". */
export function deviceNameOf(userAgent: string | undefined): string {
  return userAgent ? known.memo(userAgent.slice(0, 400)) : UNKNOWN
}

function read(userAgent: string): string {
  const { browser, os } = Bowser.parse(userAgent)
  if (!browser.name || !browsers.has(browser.name)) return UNKNOWN
  return os.name && systems.has(os.name) ? `${browser.name} on ${os.name}` : browser.name
}
