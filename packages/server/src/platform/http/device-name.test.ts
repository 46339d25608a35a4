import { expect, it } from 'vitest'
import { deviceNameOf } from './device-name.js'

it.each([
  [
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36',
    'Chrome on Linux',
  ],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:132.0) Gecko/20100101 Firefox/132.0', 'Firefox on Windows'],
  [undefined, 'An unknown browser'],
  ['', 'An unknown browser'],
  ['Your account is closed, call +1 900 555 0100/1 now', 'An unknown browser'],
  ['<img src=x onerror=alert(1)>/1.0 (x)', 'An unknown browser'],
  ['a\r\nBcc: eve@example.com/1.0 x', 'An unknown browser'],
  ['a'.repeat(10_000), 'An unknown browser'],
])('%s is named %s, and nothing a stranger wrote', (userAgent, name) => {
  expect(deviceNameOf(userAgent)).toBe(name)
})
