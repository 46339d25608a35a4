import { Session } from 'node:inspector/promises'
import { fileURLToPath } from 'node:url'

const SOURCES = fileURLToPath(new URL('..', import.meta.url))

/**
 * The files of the product in which a function ran during `act`, from `packages/server/src`, by V8's precise coverage.
 * What the modules themselves do when they are loaded does not count.
 */
export async function filesRunBy(act: () => Promise<unknown>): Promise<string[]> {
  const session = new Session()
  session.connect()
  try {
    await session.post('Profiler.enable')
    await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false })
    await act()
    const { result } = await session.post('Profiler.takePreciseCoverage')
    return result
      .filter(({ functions }) =>
        functions.some(({ functionName, ranges }) => functionName !== '' && (ranges[0]?.count ?? 0) > 0),
      )
      .map(({ url }) => (url.startsWith('file:') ? fileURLToPath(url) : url))
      .filter((file) => file.startsWith(SOURCES))
      .map((file) => file.slice(SOURCES.length))
      .filter((file) => !/\.(test|fixture)\.ts$|^testing\//.test(file))
      .toSorted()
  } finally {
    session.disconnect()
  }
}
