import { fileURLToPath } from 'node:url'
import { inject } from 'vitest'

declare module 'vitest' {
  export interface ProvidedContext {
    /** What the compiler said, if the server could not be built for this run. */
    serverBuildFailure: string | null
  }
}

/** A file of the built server, to run as a separate process. @param path from `dist`. @throws if it does not compile */
export function builtFile(path: string): string {
  const failure = inject('serverBuildFailure')
  if (failure) throw new Error(failure)
  return fileURLToPath(new URL(`../../dist/${path}`, import.meta.url))
}
