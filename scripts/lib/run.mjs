import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { ReportedError } from './steps.mjs'

const SHOWN_LINES = 200

/**
 * Runs a command to its end and answers with its exit code and everything it said.
 * With `isShown`, its output is also shown as it comes.
 */
export async function run(command, args, { cwd, env, isShown = false, timeoutMs } = {}) {
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(timeoutMs ? { timeout: timeoutMs } : {}),
  })
  let output = ''
  for (const [stream, shown] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ]) {
    stream.setEncoding('utf8')
    stream.on('data', (text) => {
      output += text
      if (isShown) shown.write(text)
    })
  }
  try {
    const [code] = await once(child, 'close')
    return { code: code ?? 1, output }
  } catch (error) {
    return { code: 127, output: String(error) }
  }
}

/** Runs a command that must succeed. @throws ReportedError with the end of what it said, and the advice. */
export async function mustRun(command, args, { advice, ...options } = {}) {
  const { code, output } = await run(command, args, options)
  if (code === 0) return output
  const end = options.isShown ? '' : output.trimEnd().split('\n').slice(-SHOWN_LINES).join('\n')
  throw new ReportedError(
    [`${command} ${args.join(' ')} ended with code ${code}.`, end, advice].filter(Boolean).join('\n'),
  )
}
