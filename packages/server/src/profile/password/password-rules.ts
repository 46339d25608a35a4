import { limits } from '@twinlock/shared/limits'
import { dictionary } from '@zxcvbn-ts/language-common'

/** About 50,000 passwords from published leaks (ASVS 6.2.4 asks for the commonest 3,000). */
const commonPasswords = new Set<string>(dictionary['passwords-common'])

/** @returns what a password lacks, in words for the person; null when it will do. Any Unicode is welcome. */
export function passwordProblem(password: string, about: { email: string; name: string }): string | null {
  const text = password.normalize('NFC')
  const length = [...text].length
  const { minLength, maxLength } = limits.password
  if (length < minLength) return `Use at least ${minLength} characters.`
  if (length > maxLength) return `Use at most ${maxLength} characters.`
  const plain = text.toLowerCase()
  const ownWords = [about.email, about.email.split('@')[0], about.name].map((word) => word?.trim().toLowerCase())
  if (commonPasswords.has(plain) || ownWords.includes(plain) || plain === 'twinlock' || new Set(plain).size < 3)
    return 'Choose a password that is harder to guess: this one is on every list.'
  return null
}
