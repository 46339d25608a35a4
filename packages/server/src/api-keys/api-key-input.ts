import { limits } from '@twinlock/shared/limits'
import { type ApiKeyScope, apiKeyScopes } from '@twinlock/shared/vocabulary'
import { type InputProblems, problemsIn } from '../domain/input-problems.js'
import { isAddressRange } from '../platform/http/addresses.js'
import { nameProblem } from '../profile/name/name-rules.js'
import { normalReturnAddress, returnAddressProblem } from './return-address.js'

export interface ApiKeyInput {
  name: string
  scopes: readonly string[]
  expiresInDays: number
  allowedAddresses: readonly string[]
  returnAddresses: readonly string[]
}

export interface ApiKeySettings {
  name: string
  scopes: ApiKeyScope[]
  expiresInDays: number
  allowedAddresses: string[]
  returnAddresses: string[]
}

export type Reading<T> = { kind: 'fine'; value: T } | { kind: 'invalid'; problems: InputProblems }

/** Reads what an Admin wrote; every problem at once, by field. */
export function parseApiKeyInput(input: ApiKeyInput, allowsHttp: boolean): Reading<ApiKeySettings> {
  const { min, max } = limits.apiKey.days
  const isDays = Number.isInteger(input.expiresInDays) && input.expiresInDays >= min && input.expiresInDays <= max
  const returns = readReturnAddresses(input.returnAddresses, allowsHttp)
  const problems = problemsIn({
    name: nameProblem(input.name, limits.apiKey.nameLength),
    scopes: scopesProblem(input.scopes),
    expiresInDays: isDays ? null : `Choose ${min} to ${max} days.`,
    allowedAddresses: addressesProblem(input.allowedAddresses),
    ...(returns.kind === 'invalid' ? returns.problems : {}),
  })
  if (Object.keys(problems).length > 0 || returns.kind === 'invalid') return { kind: 'invalid', problems }
  return {
    kind: 'fine',
    value: {
      name: input.name.trim(),
      scopes: apiKeyScopes.filter((scope) => input.scopes.includes(scope)),
      expiresInDays: input.expiresInDays,
      allowedAddresses: unique(input.allowedAddresses.map((address) => address.trim())),
      returnAddresses: returns.value,
    },
  }
}

export function readReturnAddresses(addresses: readonly string[], allowsHttp: boolean): Reading<string[]> {
  const texts = addresses.map((address) => address.trim())
  const problem =
    texts.length > limits.apiKey.returnAddresses
      ? `List at most ${limits.apiKey.returnAddresses} addresses.`
      : texts.map((text) => returnAddressProblem(text, allowsHttp)).find((found) => found !== null)
  if (problem) return { kind: 'invalid', problems: { returnAddresses: problem } }
  return { kind: 'fine', value: unique(texts.map(normalReturnAddress)) }
}

function scopesProblem(scopes: readonly string[]): string | null {
  const unknown = scopes.find((scope) => !(apiKeyScopes as readonly string[]).includes(scope))
  if (unknown !== undefined) return `There is no such scope. Choose from ${apiKeyScopes.join(', ')}.`
  return scopes.length === 0 ? 'Choose at least one scope.' : null
}

function addressesProblem(addresses: readonly string[]): string | null {
  if (addresses.length > limits.apiKey.addresses) return `List at most ${limits.apiKey.addresses} addresses.`
  const isFine = addresses.every((address) => isAddressRange(address.trim()))
  return isFine ? null : 'Write IP addresses or ranges such as 203.0.113.0/24.'
}

const unique = (texts: string[]) => [...new Set(texts)]
