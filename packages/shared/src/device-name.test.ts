import { expect, test } from 'vitest'
import { deviceName, printDeviceName, UNKNOWN_DEVICE } from './device-name.js'

const german = {
  both: ({ browser, system }: { browser: string; system: string }) => `${browser} unter ${system}`,
  unknown: 'Ein unbekannter Browser',
}

test('a device is read in the language of the reader', () => {
  expect(printDeviceName(deviceName('Firefox', 'Windows'), german)).toBe('Firefox unter Windows')
  expect(printDeviceName(deviceName('Firefox'), german)).toBe('Firefox')
  expect(printDeviceName(UNKNOWN_DEVICE, german)).toBe('Ein unbekannter Browser')
})
