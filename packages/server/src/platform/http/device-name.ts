import Bowser from 'bowser'

// Of a browser it does not know the parser repeats what it says, and a stranger's words would stand in our mails.
const browsers = new Set<string>(Object.values(Bowser.BROWSER_MAP))
const systems = new Set<string>(Object.values(Bowser.OS_MAP))

/** A browser as people know it, for mails and lists: "Firefox on Windows". */
export function deviceNameOf(userAgent: string | undefined): string {
  if (!userAgent) return 'An unknown browser'
  const { browser, os } = Bowser.parse(userAgent.slice(0, 400))
  if (!browser.name || !browsers.has(browser.name)) return 'An unknown browser'
  return os.name && systems.has(os.name) ? `${browser.name} on ${os.name}` : browser.name
}
