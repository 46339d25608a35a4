/** A failure that is told as it is, without a stack: it says what is missing and what to do. */
export class Told extends Error {}

/** Says what is being done, and afterwards how long it took. Speaks on stderr: stdout belongs to the program. */
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

/** Runs the body of a script; what it cannot go on from is told, and the exit code is 1. */
export async function runScript(body) {
  try {
    await body()
  } catch (error) {
    say(`\n${error instanceof Told ? error.message : error instanceof Error ? error.stack : error}`)
    process.exit(1)
  }
}
