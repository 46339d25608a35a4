import { existsSync } from 'node:fs'
import { extname } from 'node:path'
import { domainToASCII } from 'node:url'
import { InjectionToken } from '@needle-di/core'
import { plans } from '@twinlock/shared/vocabulary'
import ipaddr from 'ipaddr.js'
import { isSupportedCountry } from 'libphonenumber-js/max'
import { z } from 'zod'
import type { SignUpPolicy } from './domain/sign-up-policy.js'
import { isLoopbackHost } from './platform/http/addresses.js'
import { withSecretFiles } from './secret-files.js'

const keySchema = z
  .string()
  .transform((text, context) =>
    text.split(',').map((part) => {
      const [id = '', encoded = ''] = part.trim().split(/:(.*)/s)
      const secret = new Uint8Array(Buffer.from(encoded, 'base64'))
      if (!/^[\w-]{1,32}$/.test(id) || secret.length !== 32)
        context.addIssue({ code: 'custom', message: 'write id:base64 of 32 bytes, comma-separated, newest first' })
      return { id, secret }
    }),
  )
  .refine((keys) => new Set(keys.map((key) => key.id)).size === keys.length, 'two keys have the same id')

const list = z.string().transform((text) =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean),
)
const onOff = z.enum(['on', 'off'])

/** `open`, `invitation`, or domains, each as its A-label (RFC 5890): how addresses of that domain are compared. */
const signUpPolicy = z.string().transform((text, context): SignUpPolicy => {
  if (text === 'open' || text === 'invitation') return { kind: text }
  const domains = text.split(',').map((item) => domainToASCII(item.trim().toLowerCase()))
  if (!domains.every((domain) => DOMAIN.test(domain)))
    context.addIssue({
      code: 'custom',
      message: 'write open, invitation, or domains such as acme.com, comma-separated',
    })
  return { kind: 'domains', domains }
})

const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/
const HSTS_VALUE = /^max-age=\d+(?:\s*;\s*(?:includeSubDomains|preload))*$/i

const variables = z.object({
  NODE_ENV: z.string().default('development'),
  PORT: z.coerce.number().int().min(1).max(65_535).default(4000),
  HOST: z.string().min(1).default('127.0.0.1'),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  MONGODB_URI: z.string().regex(/^mongodb(\+srv)?:\/\//, 'must begin with mongodb:// or mongodb+srv://'),
  TWINLOCK_EMBEDDED: z.string().optional(),
  TWINLOCK_DATA_DIR: z.string().default('.data'),
  TWINLOCK_KEYS: keySchema.optional(),
  TWINLOCK_MIGRATE: onOff.default('off'),
  TWINLOCK_DEMO: onOff.default('on'),
  TWINLOCK_DEMO_PROVIDER: z.url({ protocol: /^http$/ }).optional(),
  TWINLOCK_DEMO_WIKI: z.url({ protocol: /^http$/ }).optional(),
  TWINLOCK_DEMO_WIKI_SECRET: z.string().min(32).optional(),
  TWINLOCK_WORKER: onOff.default('on'),
  TWINLOCK_HTTP: onOff.default('on'),
  TWINLOCK_PRIVATE_TARGETS: onOff.default('off'),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must begin with smtp:// or smtps://')
    .optional(),
  SMTP_NAME: z
    .string()
    .regex(/^[A-Za-z0-9.-]+$/, 'must be a host name')
    .optional(),
  MAIL_FROM: z.string().min(3).optional(),
  SMS_PROVIDER: z.enum(['capture', 'twilio', 'http']).default('capture'),
  TWILIO_ACCOUNT_SID: z.string().optional(),
  TWILIO_AUTH_TOKEN: z.string().optional(),
  TWILIO_FROM: z.string().optional(),
  TWILIO_API_URL: z.url().optional(),
  SMS_HTTP_URL: z.url({ protocol: /^https?$/ }).optional(),
  SMS_HTTP_TOKEN: z.string().optional(),
  SMS_COUNTRIES: list
    .pipe(z.array(z.string().refine(isSupportedCountry, 'write ISO 3166 codes such as GB (not UK)')))
    .optional(),
  SMS_MONTHLY_CAP: z.coerce.number().int().min(0).default(10_000),
  TRUSTED_PROXIES: list
    .pipe(z.array(z.string().refine(isAddressOrRange, 'addresses or CIDRs, comma-separated')))
    .default([]),
  TRUSTED_PROXY_HEADER: z
    .string()
    .regex(/^[A-Za-z0-9-]+$/, 'must be the name of a header')
    .default('X-Forwarded-For'),
  HSTS: z
    .string()
    .refine((text) => text === 'off' || HSTS_VALUE.test(text), 'write off, or a value such as max-age=31536000')
    .default('max-age=31536000'),
  SIGN_UP: signUpPolicy.default({ kind: 'open' }),
  NETWORK_CREATION: z.enum(['open', 'operator']).default('open'),
  DEFAULT_PLAN: z.enum(plans).optional(),
  OPERATOR_EMAIL: z.email().optional(),
  PRODUCT_NAME: z
    .string()
    .trim()
    .regex(/^[^\p{Cc}\p{Cf}:<>"]{1,40}$/u, 'write up to 40 characters, without : < > or "')
    .default('Twinlock'),
  PRODUCT_LOGO: z.string().optional(),
  METRICS_TOKEN: z.string().min(16).optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
})

export type SmsProviderSettings =
  | { kind: 'capture' }
  | { kind: 'none' }
  | { kind: 'twilio'; accountSid: string; authToken: string; from: string; apiUrl: string | null }
  | { kind: 'http'; url: string; token: string }

export interface ProductLogo {
  /** Absolute, so that mails can show it. */
  url: string
  /** Served by this server at the path of `url`; null for an address of somewhere else. */
  file: string | null
}

export type Environment = ReturnType<typeof readEnvironment>
export const Environment = new InjectionToken<Environment>('Environment')

/** Every problem of the configuration at once, each naming its variable and never a secret. */
export class EnvironmentError extends Error {
  override name = 'EnvironmentError'
  constructor(readonly problems: readonly string[]) {
    super(`The configuration does not work:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`)
  }
}

/**
 * Reads the whole configuration; the only reader of the environment.
 * @throws EnvironmentError with every problem
 */
export function readEnvironment(source: Record<string, string | undefined>) {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''))
  const files = withSecretFiles(given)
  const { env, unreadable } = readVariables(files.variables)
  const publicUrl = new URL(env.PUBLIC_URL ?? `http://localhost:${env.PORT}`)
  const isLoopback = isLoopbackHost(env.HOST) && isLoopbackHost(publicUrl.hostname)
  const isProduction = env.NODE_ENV === 'production'
  const isTryingOut = isLoopback && !isProduction
  const isDemo = isTryingOut && env.TWINLOCK_DEMO === 'on' && env.TWINLOCK_EMBEDDED !== undefined
  const unmet = [
    ...(env.TWINLOCK_KEYS || isLoopback ? [] : ['TWINLOCK_KEYS: required when HOST or PUBLIC_URL is not loopback']),
    ...(env.SMTP_URL || isLoopback ? [] : ['SMTP_URL: required when HOST or PUBLIC_URL is not loopback']),
    ...(env.PRODUCT_LOGO === undefined || isLogo(env.PRODUCT_LOGO)
      ? []
      : ['PRODUCT_LOGO: write an https address, or a file that exists and ends in .png, .svg, .jpg or .webp']),
    ...(publicUrl.pathname === '/' ? [] : ['PUBLIC_URL: write it without a path']),
    ...missing(env.SMS_PROVIDER === 'twilio', env, ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN', 'TWILIO_FROM']),
    ...missing(env.SMS_PROVIDER === 'http', env, ['SMS_HTTP_URL', 'SMS_HTTP_TOKEN']),
    ...(env.TWINLOCK_WORKER === 'off' && env.TWINLOCK_HTTP === 'off'
      ? ['TWINLOCK_WORKER, TWINLOCK_HTTP: with both off there is nothing to do']
      : []),
  ]
  // A value that cannot be read is reported once, not also as missing.
  const problems = [
    ...files.problems,
    ...[...unreadable, ...unmet.filter((problem) => !unreadable.some((each) => isOfSame(each, problem)))].filter(
      (problem) => !files.problems.some((each) => isOfSame(each.replace('_FILE', ''), problem)),
    ),
  ]
  if (problems.length > 0) throw new EnvironmentError(problems)

  return {
    isProduction,
    /** Loopback and not production: captured messages may be read, the demo seeded. */
    isTryingOut,
    /** Nobody decides here when migrations run: the database is our own, or tried out, or the operator said so. */
    migratesItself: isTryingOut || env.TWINLOCK_EMBEDDED !== undefined || env.TWINLOCK_MIGRATE === 'on',
    port: env.PORT,
    host: env.HOST,
    publicUrl: publicUrl.origin,
    hasFixedPublicUrl: env.PUBLIC_URL !== undefined,
    mongodbUri: env.MONGODB_URI,
    dataDir: env.TWINLOCK_DATA_DIR,
    keys: env.TWINLOCK_KEYS ?? null,
    isDemo,
    /** The identity provider that `npm start` runs beside the demo. */
    demoProviderUrl: isDemo ? (env.TWINLOCK_DEMO_PROVIDER ?? null) : null,
    /** The app that `npm start` runs beside it. */
    demoWiki:
      isDemo && env.TWINLOCK_DEMO_WIKI && env.TWINLOCK_DEMO_WIKI_SECRET
        ? { url: env.TWINLOCK_DEMO_WIKI, secret: env.TWINLOCK_DEMO_WIKI_SECRET }
        : null,
    isWorker: env.TWINLOCK_WORKER === 'on',
    isHttp: env.TWINLOCK_HTTP === 'on',
    allowsPrivateTargets: env.TWINLOCK_PRIVATE_TARGETS === 'on' || isTryingOut,
    smtpUrl: env.SMTP_URL ?? null,
    /** What mail servers are greeted with; many refuse mail from a name that is not a public host name. */
    smtpName: env.SMTP_NAME ?? publicUrl.hostname.replace(/^\[(.*)\]$/, '[IPv6:$1]'),
    mailFrom: env.MAIL_FROM ?? `"${env.PRODUCT_NAME}" <twinlock@localhost>`,
    sms: smsSettings(env, isTryingOut),
    smsCountries: env.SMS_COUNTRIES ?? null,
    smsMonthlyCap: env.SMS_MONTHLY_CAP,
    trustedProxies: env.TRUSTED_PROXIES,
    trustedProxyHeader: env.TRUSTED_PROXY_HEADER.toLowerCase(),
    /** The value of Strict-Transport-Security; null where there is no https, or the operator sets it elsewhere. */
    hsts: publicUrl.protocol === 'https:' && env.HSTS !== 'off' ? env.HSTS : null,
    signUp: env.SIGN_UP,
    networkCreation: env.NETWORK_CREATION,
    /** The plan of a new network. */
    defaultPlan: env.DEFAULT_PLAN ?? (isTryingOut ? 'PRO' : 'FREE'),
    operatorEmail: env.OPERATOR_EMAIL ?? null,
    /** What the product is called in the app, mails, texts, authenticator apps and passkey prompts. */
    productName: env.PRODUCT_NAME,
    productLogo: env.PRODUCT_LOGO ? productLogo(env.PRODUCT_LOGO, publicUrl.origin) : null,
    metricsToken: env.METRICS_TOKEN ?? null,
    logLevel: env.LOG_LEVEL,
  }
}

/** Each variable by itself; where one cannot be read, the rest is read as if it had not been given. */
function readVariables(given: Record<string, string | undefined>) {
  const parsed = variables.safeParse(given)
  if (parsed.success) return { env: parsed.data, unreadable: [] }
  const bad = new Set(parsed.error.issues.map((issue) => String(issue.path[0])))
  const rest = Object.entries(given).filter(([name]) => !bad.has(name))
  const env = variables.parse({ MONGODB_URI: 'mongodb://unknown', ...Object.fromEntries(rest) })
  return { env, unreadable: parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) }
}

function isOfSame(one: string, other: string): boolean {
  return one.split(/[.:]/)[0] === other.split(/[.:]/)[0]
}

function missing(
  isAsked: boolean,
  env: z.infer<typeof variables>,
  names: (keyof z.infer<typeof variables>)[],
): string[] {
  return isAsked
    ? names.filter((name) => !env[name]).map((name) => `${name}: required by SMS_PROVIDER=${env.SMS_PROVIDER}`)
    : []
}

function smsSettings(env: z.infer<typeof variables>, isTryingOut: boolean): SmsProviderSettings {
  switch (env.SMS_PROVIDER) {
    case 'twilio':
      return {
        kind: 'twilio',
        accountSid: env.TWILIO_ACCOUNT_SID ?? '',
        authToken: env.TWILIO_AUTH_TOKEN ?? '',
        from: env.TWILIO_FROM ?? '',
        apiUrl: env.TWILIO_API_URL ?? null,
      }
    case 'http':
      return { kind: 'http', url: env.SMS_HTTP_URL ?? '', token: env.SMS_HTTP_TOKEN ?? '' }
    case 'capture':
      // A text that nobody can read would lock its reader out: where none can be shown, none is offered.
      return { kind: isTryingOut ? 'capture' : 'none' }
  }
}

function isLogo(value: string): boolean {
  return URL.canParse(value) ? /^https?:/.test(value) : /\.(png|svg|jpe?g|webp)$/i.test(value) && existsSync(value)
}

function productLogo(value: string, origin: string): ProductLogo {
  if (/^https?:\/\//.test(value)) return { url: value, file: null }
  return { url: `${origin}/product-logo${extname(value).toLowerCase()}`, file: value }
}

function isAddressOrRange(text: string): boolean {
  return ipaddr.isValid(text) || ipaddr.isValidCIDR(text)
}
