import { fileURLToPath } from 'node:url'
import { inject } from 'vitest'

declare module 'vitest' {
  export interface ProvidedContext {
    /** What the compiler said, if the server could not be built for this run. */
    serverBuildFailure: string | null
  }
}

/** Something of the built server, for a process of its own. @param path from `dist`. @throws if it does not compile */
export function builtFile(path: string): string {
  const failure = inject('serverBuildFailure')
  if (failure) throw new Error(failure)
  return fileURLToPath(new URL(`../../dist/${path}`, import.meta.url))
}
