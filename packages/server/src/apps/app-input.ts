import { createPublicKey, type JsonWebKey } from 'node:crypto'
import { limits } from '@twinlock/shared/limits'
import {
  type AppAccess,
  type AppRequirement,
  type ClientAuthMethod,
  clientAuthMethods,
  type Role,
  type SigningAlgorithm,
  signingAlgorithms,
} from '@twinlock/shared/vocabulary'
import { z } from 'zod'
import { rolesFor } from '../domain/app-access.js'
import { type InputProblems, problemsIn } from '../domain/input-problems.js'
import { isLoopbackHost, isPublicAddress } from '../platform/http/addresses.js'
import { nameProblem } from '../profile/name/name-rules.js'
import type { PathRule } from './app.model.js'

/** Input from an Admin or an API key. Absent fields stay as they are; null clears a text or a number. */
export interface AppInput {
  name?: string | null
  logo?: string | null
  homeUrl?: string | null
  redirectUris?: readonly string[] | null
  postLogoutRedirectUris?: readonly string[] | null
  backChannelLogoutUri?: string | null
  hosts?: readonly string[] | null
  pathRules?: readonly PathRuleFields[] | null
  access?: AppAccess | null
  roles?: readonly Role[] | null
  requires?: AppRequirement | null
  tokenEndpointAuthMethod?: string | null
  jwks?: string | null
  idTokenSignedResponseAlg?: string | null
  isPublic?: boolean | null
}

export interface PathRuleFields {
  prefix: string
  access?: AppAccess | null
  roles?: readonly Role[] | null
  requires?: AppRequirement | null
  isPublic?: boolean | null
  withinMinutes?: number | null
}

export interface AppSettings {
  name?: string
  logo?: string | null
  homeUrl?: string | null
  redirectUris?: string[]
  postLogoutRedirectUris?: string[]
  backChannelLogoutUri?: string | null
  hosts?: string[]
  pathRules?: PathRule[]
  access?: AppAccess
  roles?: Role[] | null
  requires?: AppRequirement
  authMethod?: ClientAuthMethod
  jwks?: string | null
  idTokenAlg?: SigningAlgorithm
}

export interface AppInputRules {
  /** Whether an app on this machine may be reached without TLS, and a back-channel address may be private. */
  allowsPrivate: boolean
  /** The domains that the network has proved to be its own. */
  ownDomains: readonly string[]
  /** The hosts that the operator gave it. */
  assignedHosts: readonly string[]
  /** The host of this server, which is nobody's app. */
  ownHost: string
}

export type AppReading = { kind: 'fine'; value: AppSettings } | { kind: 'invalid'; problems: InputProblems }

/**
 * Reads what was written; every problem at once, by field.
 * @param current how an app that there is already proves itself
 */
export function parseAppInput(input: AppInput, rules: AppInputRules, current: ClientAuthMethod | null): AppReading {
  const hosts = input.hosts?.map((host) => host.trim().toLowerCase())
  const problems = problemsIn({
    name: typeof input.name !== 'string' ? null : nameProblem(input.name, limits.app.nameLength),
    logo: input.logo ? logoProblem(input.logo) : null,
    homeUrl: input.homeUrl ? addressProblem(input.homeUrl, rules) : null,
    redirectUris: addressesProblem(input.redirectUris, rules),
    postLogoutRedirectUris: addressesProblem(input.postLogoutRedirectUris, rules),
    backChannelLogoutUri: input.backChannelLogoutUri ? targetProblem(input.backChannelLogoutUri, rules) : null,
    hosts: hosts ? hostsProblem(hosts, rules) : null,
    pathRules: pathRulesProblem(input.pathRules),
    roles: rolesProblem(input.roles),
    tokenEndpointAuthMethod: authProblem(input),
    jwks: input.jwks ? jwksProblem(input.jwks) : null,
    idTokenSignedResponseAlg: algorithmProblem(input.idTokenSignedResponseAlg),
  })
  if (Object.keys(problems).length > 0) return { kind: 'invalid', problems }
  const given: { [K in keyof AppSettings]: AppSettings[K] | undefined } = {
    name: input.name?.trim() ?? undefined,
    logo: input.logo,
    homeUrl: input.homeUrl,
    redirectUris: input.redirectUris ? unique(input.redirectUris) : undefined,
    postLogoutRedirectUris: input.postLogoutRedirectUris ? unique(input.postLogoutRedirectUris) : undefined,
    backChannelLogoutUri: input.backChannelLogoutUri,
    hosts: hosts ? unique(hosts) : undefined,
    pathRules: input.pathRules?.map(pathRuleOf),
    access: input.access ?? undefined,
    roles: input.roles ? narrowing(input.roles, input.access) : undefined,
    requires: input.requires ?? undefined,
    authMethod: authMethodOf(input, current),
    jwks: input.jwks,
    idTokenAlg: (input.idTokenSignedResponseAlg ?? undefined) as SigningAlgorithm | undefined,
  }
  const value = Object.fromEntries(Object.entries(given).filter(([, each]) => each !== undefined)) as AppSettings
  return { kind: 'fine', value }
}

/**
 * Why people cannot be sent to an address; null if they can. It is compared exactly, so it is stored exactly:
 * an address that a parser would write differently is refused.
 */
export function addressProblem(text: string, { allowsPrivate }: Pick<AppInputRules, 'allowsPrivate'>): string | null {
  const url = URL.parse(text)
  if (!url || text.length > limits.app.addressLength) return 'Write a whole address: https://app.example.com/callback'
  if (/[^\x21-\x7e]|[\\*]/.test(text)) return 'Write it without spaces, *, \\ and letters that are not ASCII.'
  if (url.href !== text && url.href !== `${text}/`) return `Write it as ${url.href}`
  if (url.username || url.password || text.includes('#')) return 'Write it without a user and without a # part.'
  if (url.protocol === 'https:') return null
  if (url.protocol === 'http:' && isLoopbackHost(url.hostname))
    return allowsPrivate ? null : 'The address must begin with https://'
  return allowsPrivate ? 'Without https only localhost is allowed.' : 'The address must begin with https://'
}

function addressesProblem(addresses: readonly string[] | null | undefined, rules: AppInputRules): string | null {
  if (!addresses) return null
  if (addresses.length > limits.app.addresses) return `List at most ${limits.app.addresses} addresses.`
  return addresses.map((address) => addressProblem(address, rules)).find((problem) => problem !== null) ?? null
}

/** An address that this server calls. Its target is checked with every call; here only the visible form is checked. */
function targetProblem(text: string, { allowsPrivate }: AppInputRules): string | null {
  const url = URL.parse(text)
  if (!url || text.length > limits.app.addressLength) return 'Write a whole address: https://app.example.com/logout'
  if (url.protocol !== 'https:' && !(allowsPrivate && url.protocol === 'http:'))
    return 'The address must begin with https://'
  if (url.username || url.password || url.hash) return 'Write it without a user and without a # part.'
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const isAddress = /^[\d.]+$/.test(host) || host.includes(':')
  return !allowsPrivate && isAddress && !isPublicAddress(host)
    ? 'The address must be one of the public Internet.'
    : null
}

/** Whether a host is the network's own: under a domain that it has proved, or assigned by the operator. */
export function isOwnHost(host: string, { allowsPrivate, ownDomains, assignedHosts }: AppInputRules): boolean {
  const name = host.replace(/:\d+$/, '')
  const isUnderOwn = ownDomains.some((domain) => name === domain || name.endsWith(`.${domain}`))
  return isUnderOwn || (allowsPrivate && isLoopbackHost(name)) || assignedHosts.includes(host)
}

function hostsProblem(hosts: readonly string[], rules: AppInputRules): string | null {
  if (hosts.length > limits.app.hosts) return `List at most ${limits.app.hosts} hosts.`
  for (const host of hosts) {
    const url = URL.parse(`https://${host}/`)
    const isWritten = /^[a-z0-9.-]+(:\d{1,5})?$/.test(host) && url !== null && host.startsWith(url.hostname)
    if (!url || !isWritten) return 'Write host names such as wiki.example.com.'
    // Proxies leave it out where it is the scheme's own; which scheme that is, is not known here.
    if (/:(80|443)$/.test(host)) return `Write ${host} without its port.`
    if (host === rules.ownHost) return `${host} is the address of this server.`
    if (!isOwnHost(host, rules))
      return `${host} isn't under a verified domain of the network. Verify its domain under Security, Company sign-in, or ask the operator of this server.`
  }
  return null
}

function pathRulesProblem(rules: readonly PathRuleFields[] | null | undefined): string | null {
  if (!rules) return null
  const { min, max } = limits.app.withinMinutes
  if (rules.length > limits.app.pathRules) return `List at most ${limits.app.pathRules} path rules.`
  const isWritten = ({ prefix }: PathRuleFields) =>
    /^\/[\x21-\x7e]*$/.test(prefix) && !/[?#\\%]|\/\/|\/\.{1,2}(\/|$)/.test(prefix) && prefix.length <= 200
  if (!rules.every(isWritten)) return 'A path begins with / and has no ?, #, %, \\, // and no /../ in it.'
  if (new Set(rules.map(({ prefix }) => prefix.replace(/\/$/, ''))).size < rules.length)
    return 'Two rules have the same path.'
  const isTimed = ({ withinMinutes }: PathRuleFields) =>
    typeof withinMinutes !== 'number' ||
    (Number.isInteger(withinMinutes) && withinMinutes >= min && withinMinutes <= max)
  if (!rules.every(isTimed)) return `Choose ${min} to ${max} minutes.`
  return rules.map(({ roles }) => rolesProblem(roles)).find((problem) => problem !== null) ?? null
}

/** An empty list is ambiguous: it could mean no one or everyone, so the writer has to say which. */
function rolesProblem(roles: readonly Role[] | null | undefined): string | null {
  return roles?.length === 0 ? 'Name at least one role, or leave roles out.' : null
}

function logoProblem(logo: string): string | null {
  const isPicture = /^data:image\/(png|jpeg|webp);base64,[A-Za-z0-9+/]+={0,2}$/.test(logo)
  return isPicture && logo.length <= limits.app.logoLength ? null : 'Use a PNG, JPEG or WebP picture of at most 30 kB.'
}

function authProblem({ tokenEndpointAuthMethod, jwks, isPublic }: AppInput): string | null {
  if (!tokenEndpointAuthMethod) return null
  if (!(clientAuthMethods as readonly string[]).includes(tokenEndpointAuthMethod))
    return `Choose from ${clientAuthMethods.join(', ')}.`
  if (isPublic && tokenEndpointAuthMethod !== 'none') return 'A public app has no way to prove itself: choose none.'
  return tokenEndpointAuthMethod === 'private_key_jwt' && !jwks
    ? 'private_key_jwt needs the public keys in jwks.'
    : null
}

function algorithmProblem(name: string | null | undefined): string | null {
  const isKnown = !name || (signingAlgorithms as readonly string[]).includes(name)
  return isKnown ? null : `Choose from ${signingAlgorithms.join(', ')}.`
}

const keySchema = z
  .looseObject({ kty: z.enum(['RSA', 'EC', 'OKP']), d: z.undefined().optional(), k: z.undefined().optional() })
  .refine(isPublicKey)
const jwksSchema = z.object({ keys: z.array(keySchema).min(1).max(10) })

/** One that can be read, and is large enough: the app would find out only at the first sign-in. */
function isPublicKey(jwk: object): boolean {
  try {
    const { asymmetricKeyType, asymmetricKeyDetails } = createPublicKey({ key: jwk as JsonWebKey, format: 'jwk' })
    return asymmetricKeyType !== 'rsa' || (asymmetricKeyDetails?.modulusLength ?? 0) >= 2048
  } catch {
    return false
  }
}

function jwksProblem(text: string): string | null {
  const problem = 'Write a JSON Web Key Set with public keys: RSA of at least 2048 bits, EC or OKP.'
  try {
    return text.length <= limits.app.jwksLength && jwksSchema.safeParse(JSON.parse(text)).success ? null : problem
  } catch {
    return problem
  }
}

function pathRuleOf(input: PathRuleFields): PathRule {
  return {
    prefix: input.prefix,
    access: input.access ?? null,
    roles: input.roles ? [...input.roles] : null,
    requires: input.requires ?? null,
    isPublic: input.isPublic ?? false,
    withinMinutes: input.withinMinutes ?? null,
  }
}

/** Null where they are all that `access` names: then a later word alone says who. */
function narrowing(roles: readonly Role[], access: AppAccess | null | undefined): Role[] | null {
  const named = rolesFor({ access: access ?? 'EVERYONE', roles: null })
  return named.every((role) => roles.includes(role)) ? null : [...roles]
}

const unique = (texts: readonly string[]) => [...new Set(texts)]

/** `isPublic: false` alone takes a public app back to a secret. Undefined: it stays as it is. */
function authMethodOf(
  { isPublic, tokenEndpointAuthMethod }: AppInput,
  current: ClientAuthMethod | null,
): ClientAuthMethod | undefined {
  if (isPublic) return 'none'
  if (isPublic === false && !tokenEndpointAuthMethod && current === 'none') return 'client_secret_basic'
  return (tokenEndpointAuthMethod ?? undefined) as ClientAuthMethod | undefined
}
