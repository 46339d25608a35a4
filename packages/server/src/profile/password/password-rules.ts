import { limits } from '@twinlock/shared/limits'

let commonPasswords: Promise<ReadonlySet<string>> | undefined

/** About 50,000 passwords from published leaks (ASVS 6.2.4 requires the commonest 3,000), read on first use. */
function readCommonPasswords(): Promise<ReadonlySet<string>> {
  commonPasswords ??= import('@zxcvbn-ts/language-common').then(
    ({ dictionary }) => new Set(dictionary['passwords-common']),
  )
  return commonPasswords
}

/** @returns what a password lacks, in words for the person; null when it will do. Any Unicode is welcome. */
export async function passwordProblem(
  password: string,
  about: { email: string; name: string },
): Promise<string | null> {
  const text = password.normalize('NFC')
  const length = [...text].length
  const { minLength, maxLength } = limits.password
  if (length < minLength) return `Use at least ${minLength} characters.`
  if (length > maxLength) return `Use at most ${maxLength} characters.`
  const plain = text.toLowerCase()
  const ownWords = [about.email, about.email.split('@')[0], about.name].map((word) => word?.trim().toLowerCase())
  const common = await readCommonPasswords()
  if (common.has(plain) || ownWords.includes(plain) || plain === 'twinlock' || new Set(plain).size < 3)
    return 'Choose a password that is harder to guess: this one is on every list.'
  return null
}
