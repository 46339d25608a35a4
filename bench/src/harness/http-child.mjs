import { freePort, startChild } from './child.mjs'

/** Starts one of the programs that Twinlock is compared with, on a free port. */
export async function startHttpChild({ name, script, env = {} }) {
  const port = await freePort()
  const child = await startChild({ name, script, env: { ...env, PORT: String(port) } })
  return { ...child, url: `http://127.0.0.1:${port}` }
}

/** Starts children on request, runs the body and ends them all, whatever happened. */
export async function withChildren(body) {
  const children = []
  try {
    return await body(async (starting) => {
      const child = await starting
      children.push(child)
      return child
    })
  } finally {
    await Promise.all(children.map((child) => child.stop()))
  }
}
