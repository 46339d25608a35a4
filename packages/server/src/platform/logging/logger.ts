import { InjectionToken } from '@needle-di/core'
import { type DestinationStream, type LoggerOptions, type Logger as PinoLogger, pino } from 'pino'
import { isDatabaseUnavailable } from '../mongo/unavailable.js'

export type Logger = PinoLogger
export const Logger = new InjectionToken<Logger>('Logger')

/** Errors of one outage follow each other within this time; after a longer silence the next one is a new outage. */
const silenceMs = 30_000

/** JSON lines on stdout, unless given; one record an event. Values are data, never part of the message. */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options: LoggerOptions = { level, base: null, hooks: { logMethod: onceAnOutage() } }
  return destination ? pino(options, destination) : pino(options)
}

/** Readable text where a terminal shows the log; undefined elsewhere. */
export async function readableLog(
  stdout: NodeJS.WritableStream & { isTTY?: boolean } = process.stdout,
): Promise<DestinationStream | undefined> {
  if (!stdout.isTTY) return undefined
  const { prettyFactory } = await import('pino-pretty')
  const readable = prettyFactory({ ignore: 'pid,hostname' })
  return { write: (line) => void stdout.write(readable(line)) }
}

/**
 * While the database is unavailable, each request, job and handler fails with a separate error. Only the first is
 * logged; hundreds of copies would bury other errors. `logReconnection` logs the end.
 */
function onceAnOutage(): NonNullable<NonNullable<LoggerOptions['hooks']>['logMethod']> {
  let lastAt = Number.NEGATIVE_INFINITY
  return function logUnlessRepeated(args, method) {
    const [facts] = args as unknown[]
    const error = typeof facts === 'object' && facts !== null && 'err' in facts ? facts.err : facts
    if (!isDatabaseUnavailable(error)) return method.apply(this, args)
    const now = performance.now()
    const isRepeated = now - lastAt < silenceMs
    lastAt = now
    if (isRepeated) return
    const reason = error instanceof Error ? error.message : String(error)
    method.apply(this, [{ reason }, 'The database is unavailable; requests are answered with UNAVAILABLE'] as never)
  }
}
