import { ensureServerBuilt } from './build.mjs'

/**
 * Builds the server for the tests that start it as a process: compiling it in each of them takes longer than they
 * do. While it does not compile, those tests fail and tell why; the others run from the sources.
 */
export async function setup(project) {
  project.onTestsRerun(() => ensureServerBuilt())
  const failure = await ensureServerBuilt().then(
    () => null,
    (error) => String(error.message),
  )
  project.provide('serverBuildFailure', failure)
}
