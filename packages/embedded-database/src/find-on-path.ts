import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { delimiter, join } from 'node:path'

/** The full path of an executable, searched on PATH as a shell would, or undefined. */
export async function findOnPath(name: string): Promise<string | undefined> {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', '.bat'] : ['']
  for (const folder of (process.env.PATH ?? '').split(delimiter).filter(Boolean)) {
    for (const ending of endings) {
      const candidate = join(folder, name + ending)
      const isThere = await access(candidate, constants.X_OK).then(
        () => true,
        () => false,
      )
      if (isThere) return candidate
    }
  }
  return undefined
}
