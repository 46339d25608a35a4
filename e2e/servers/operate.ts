import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const root = fileURLToPath(new URL('../../', import.meta.url))

/** What an operator types: `npm run twinlock -- <command>`. @param env which database it works on */
export async function operate(command: readonly string[], env: Record<string, string>): Promise<void> {
  await run(process.execPath, ['scripts/twinlock.mjs', ...command], { cwd: root, env: { ...process.env, ...env } })
}
