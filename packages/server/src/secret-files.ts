import { readFileSync } from 'node:fs'

/** Variables that carry a secret: each may be given as a file instead, by its name with `_FILE`. */
export const SECRET_VARIABLES = [
  'MONGODB_URI',
  'TWINLOCK_KEYS',
  'SMTP_URL',
  'TWILIO_ACCOUNT_SID',
  'TWILIO_AUTH_TOKEN',
  'SMS_HTTP_TOKEN',
  'METRICS_TOKEN',
] as const

/**
 * The variables with each `*_FILE` replaced by what its file holds: how Docker, Kubernetes and systemd hand over secrets.
 * @returns the problems by the name of the variable, never with what a file holds
 */
export function withSecretFiles(given: Record<string, string | undefined>) {
  const variables = { ...given }
  const problems: string[] = []
  for (const name of SECRET_VARIABLES) {
    const path = variables[`${name}_FILE`]
    if (path === undefined) continue
    if (variables[name] !== undefined) {
      problems.push(`${name}_FILE: ${name} is set too; set only one of them`)
      continue
    }
    try {
      variables[name] = readFileSync(path, 'utf8').trim()
      if (variables[name] === '') problems.push(`${name}_FILE: ${path} is empty`)
    } catch (error) {
      problems.push(`${name}_FILE: ${path} cannot be read (${(error as NodeJS.ErrnoException).code})`)
    }
  }
  return { variables, problems }
}
