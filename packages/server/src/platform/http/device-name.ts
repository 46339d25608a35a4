import { deviceName, UNKNOWN_DEVICE } from '@twinlock/shared/device-name'
import Bowser from 'bowser'
import { LRUCache } from 'lru-cache'

// For an unknown browser the parser returns its own string, and an attacker's text would appear in our emails.
const browsers = new Set<string>(Object.values(Bowser.BROWSER_MAP))
const systems = new Set<string>(Object.values(Bowser.OS_MAP))

/** Parsing one takes as long as a database command, and most requests repeat a few of them. */
const known = new LRUCache<string, string>({ max: 500, memoMethod: read })

/** A readable browser name for emails and lists: "Firefox on Windows". */
export function deviceNameOf(userAgent: string | undefined): string {
  return userAgent ? known.memo(userAgent.slice(0, 400)) : UNKNOWN_DEVICE
}

function read(userAgent: string): string {
  const { browser, os } = Bowser.parse(userAgent)
  if (!browser.name || !browsers.has(browser.name)) return UNKNOWN_DEVICE
  return deviceName(browser.name, os.name && systems.has(os.name) ? os.name : undefined)
}
