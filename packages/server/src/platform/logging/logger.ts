import { type DestinationStream, type Logger, pino } from 'pino'

export type { Logger } from 'pino'

/** JSON lines, one record an event; readable text on a terminal. Values are data, never part of the message. */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  if (destination) return pino({ level, base: null }, destination)
  return process.stdout.isTTY
    ? pino({ level, base: null, transport: { target: 'pino-pretty', options: { ignore: 'pid,hostname' } } })
    : pino({ level, base: null })
}
