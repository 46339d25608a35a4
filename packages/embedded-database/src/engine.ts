/** The engines in the order in which they are tried; a data folder keeps the first that served it. */
export const ENGINE_NAMES = ['mongod', 'downloaded-mongod', 'java'] as const

export type EngineName = (typeof ENGINE_NAMES)[number]

/** Told what is being done while it takes time, in words for a person. */
export type OnProgress = (message: string) => void

/** A command that prints `listening PORT PID` and serves 127.0.0.1 until its standard input ends. */
export interface EngineCommand {
  command: string
  args: string[]
  /** Options that a connection string needs so that an acknowledged write survives kill -9. */
  uriOptions: string
}

export type EngineOffer =
  | { can: true; commandFor: (dataDir: string) => EngineCommand }
  | { can: false; because: string }

export interface Engine {
  name: EngineName
  /** Finds or fetches what the engine needs. Never throws for what is merely absent from the machine. */
  offer: (onProgress: OnProgress) => Promise<EngineOffer>
}
