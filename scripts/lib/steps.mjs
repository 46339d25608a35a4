/** A failure already phrased for the user, shown without a stack: what is missing and what to do. */
export class ReportedError extends Error {}

/** Prints what is being done, then how long it took. Writes to stderr: stdout belongs to the program. */
export async function step(name, work) {
  const begun = performance.now()
  say(`${name} …`)
  const result = await work((detail) => say(`  ${detail} …`))
  say(`${name}: done in ${seconds(performance.now() - begun)}`)
  return result
}

export function say(line) {
  console.error(line)
}

export function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(1)} s`
}

/** Runs the body of a script; on an error it prints it and exits with code 1. */
export async function runScript(body) {
  try {
    await body()
  } catch (error) {
    say(`\n${error instanceof ReportedError ? error.message : error instanceof Error ? error.stack : error}`)
    process.exit(1)
  }
}
