import { type InputProblems, problemsIn } from '../../domain/input-problems.js'

/** As an Admin writes it. No secret: the one there is stays; an empty one the same. */
export interface WrittenConnection {
  issuer: string
  clientId: string
  clientSecret: string | null
}

const LONGEST_ISSUER = 300
const LONGEST_SECRET = 1_000

/** What is wrong with each field, in words. */
export function connectionProblems(
  { issuer, clientId, clientSecret }: WrittenConnection,
  allowsHttp: boolean,
): InputProblems {
  return problemsIn({
    issuer: issuerProblem(issuer.trim(), allowsHttp),
    clientId: /^[\x21-\x7e]{1,300}$/.test(clientId.trim()) ? null : 'Copy it from your provider: letters and digits.',
    clientSecret:
      clientSecret && !/^[\x20-\x7e]*$/.test(clientSecret)
        ? 'Copy it from your provider: it has no such characters.'
        : (clientSecret?.length ?? 0) > LONGEST_SECRET
          ? `Use at most ${LONGEST_SECRET} characters.`
          : null,
  })
}

/** OpenID Connect Core 1.2: https, without query and fragment. */
function issuerProblem(issuer: string, allowsHttp: boolean): string | null {
  if (issuer.length > LONGEST_ISSUER || !URL.canParse(issuer)) return 'Write an address like https://login.example.com.'
  const { protocol, search, hash, username } = new URL(issuer)
  if (protocol !== 'https:' && !(allowsHttp && protocol === 'http:')) return 'The address must begin with https://.'
  if (search || hash || username) return 'Write the address alone, without anything after ? or #.'
  return issuer.includes('/.well-known/') ? 'Leave out everything from /.well-known on.' : null
}
