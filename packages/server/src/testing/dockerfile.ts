import { execFile } from 'node:child_process'
import { cp, mkdir, readFile } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'
import { promisify } from 'node:util'

const execute = promisify(execFile)

interface Stage {
  name: string
  instructions: [keyword: string, rest: string][]
}

/** What an image would hold and run, with its files in a folder of this machine. */
export interface BuiltImage {
  /** Where a path of the image is. */
  path(inImage: string): string
  workdir: string
  env: Record<string, string>
  command: string[]
  healthcheck: string[]
}

/**
 * Follows a Dockerfile without a container engine: each stage is a folder, WORKDIR and COPY stay within it, RUN runs in
 * it. It knows the few instructions that ours has, and refuses any other. What a base image brings is not there.
 * @param context the files that `COPY . ./` takes
 */
export async function followDockerfile(path: string, context: string, folder: string): Promise<BuiltImage> {
  const image: BuiltImage = { path: (inImage) => inImage, workdir: '/', env: {}, command: [], healthcheck: [] }
  let entrypoint: string[] = []
  for (const stage of stagesOf(await readFile(path, 'utf8'))) {
    const root = join(folder, stage.name)
    const within = (inImage: string) => join(root, isAbsolute(inImage) ? inImage : join(image.workdir, inImage))
    Object.assign(image, { path: within, workdir: '/', env: {}, command: [], healthcheck: [] })
    entrypoint = []
    for (const [keyword, rest] of stage.instructions) {
      switch (keyword) {
        case 'WORKDIR':
          image.workdir = rest
          await mkdir(within(rest), { recursive: true })
          break
        case 'ENV':
          for (const [, name = '', value = ''] of rest.matchAll(/(\w+)=(\S+)/g)) image.env[name] = value
          break
        case 'COPY': {
          const [, from, source = '', target = ''] = /^(?:--from=(\S+) )?(\S+) (\S+)$/.exec(rest) ?? []
          // What a base image brings: here it is this machine's.
          if (from && source.startsWith('/usr/')) break
          await cp(from ? join(folder, from, source) : context, within(target), { recursive: true })
          break
        }
        case 'RUN':
          await execute('sh', ['-c', rest], { cwd: within('.'), maxBuffer: 1e8 })
          break
        case 'ENTRYPOINT':
          entrypoint = JSON.parse(rest) as string[]
          break
        case 'CMD':
          image.command = [...entrypoint, ...(JSON.parse(rest) as string[])]
          break
        case 'HEALTHCHECK':
          image.healthcheck = JSON.parse(rest.slice(rest.indexOf('CMD ') + 4)) as string[]
          break
        case 'EXPOSE':
          break
        default:
          throw new Error(`This test cannot follow ${keyword} ${rest}.`)
      }
    }
  }
  return image
}

function stagesOf(text: string): Stage[] {
  const lines = text
    .replace(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
  const stages: Stage[] = []
  for (const line of lines) {
    const [, keyword = '', rest = ''] = /^([A-Z]+) (.*)$/.exec(line) ?? []
    if (keyword === 'FROM') stages.push({ name: / AS (\S+)$/.exec(rest)?.[1] ?? 'final', instructions: [] })
    else stages.at(-1)?.instructions.push([keyword, rest])
  }
  return stages
}
