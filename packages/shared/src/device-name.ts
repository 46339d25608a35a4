/** What is stored where no browser was recognized. */
export const UNKNOWN_DEVICE = 'An unknown browser'

/** How a device is stored; each reader sees it in their own language. */
export const deviceName = (browser: string, system?: string): string => (system ? `${browser} on ${system}` : browser)

type DeviceTexts = {
  both: (values: { browser: string; system: string }) => string
  unknown: string
}

/** A stored device name in the reader's language: "Firefox on Windows". */
export function printDeviceName(stored: string, texts: DeviceTexts): string {
  if (stored === UNKNOWN_DEVICE) return texts.unknown
  const [, browser, system] = /^(.+) on (.+)$/.exec(stored) ?? []
  return browser && system ? texts.both({ browser, system }) : stored
}
