import { limits } from '@twinlock/shared/limits'
import { expect, test } from 'vitest'
import { passkeyLabelOf } from './passkey-label.js'

test.each([
  ['  My   key ', 'My key'],
  ['', 'Firefox on Windows'],
  [null, 'Firefox on Windows'],
  ['\u202e\n', 'Firefox on Windows'],
  ['\u200b', 'Firefox on Windows'],
  ['\u3164\u2800', 'Firefox on Windows'],
  ['blue\r\nBcc: x@example.com', 'blue Bcc: x@example.com'],
  ['\u202etxt.exe', 'txt.exe'],
  ['a\ud800b', 'ab'],
  ['👩‍💻 laptop', '👩‍💻 laptop'],
])('E15 a label of %j becomes %j', (typed, label) => {
  expect(passkeyLabelOf(typed, 'Firefox on Windows')).toBe(label)
})

test('E15 of ten thousand characters some remain', () => {
  expect([...passkeyLabelOf('ä🔑'.repeat(5_000), '')]).toHaveLength(limits.passkeys.labelLength)
})
