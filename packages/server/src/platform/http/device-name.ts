import Bowser from 'bowser'

/** A browser as people know it, for mails and lists: "Firefox on Windows". */
export function deviceNameOf(userAgent: string | undefined): string {
  if (!userAgent) return 'An unknown browser'
  const { browser, os } = Bowser.parse(userAgent.slice(0, 400))
  if (!browser.name) return 'An unknown browser'
  return os.name ? `${browser.name} on ${os.name}` : browser.name
}
