import { parseArgs } from 'node:util'
import { ReportedError, say, seconds, step } from '../../scripts/lib/steps.mjs'
import { activation } from './arms/activation.mjs'
import { authorization, refresh, token } from './arms/app-sign-in.mjs'
import { coldStart } from './arms/cold-start.mjs'
import { flood } from './arms/flood.mjs'
import { fullSignIn } from './arms/full-sign-in.mjs'
import { gate } from './arms/gate.mjs'
import { mailing } from './arms/mailing.mjs'
import { membersPage } from './arms/members-page.mjs'
import { secondStep } from './arms/second-step.mjs'
import { signInPage } from './arms/sign-in-page.mjs'
import { viewer } from './arms/viewer.mjs'
import { commit, machine, versions } from './harness/machine.mjs'
import { writeReport } from './report/write-report.mjs'

const ARMS = [
  fullSignIn,
  secondStep,
  viewer,
  authorization,
  token,
  refresh,
  gate,
  activation,
  mailing,
  membersPage,
  coldStart,
  flood,
  signInPage,
]

/**
 * Runs the arms one after another and writes the report.
 * @param {string[]} args `--quick`, `--only <arm>`
 * @param {{uri: string, name: string, pid?: number}} engine
 */
export async function runBench(args, engine) {
  const { quick, only } = options(args)
  const begun = performance.now()
  const report = {
    at: new Date().toISOString(),
    command: ['npm run bench', ...(args.length > 0 ? ['--', ...args] : [])].join(' '),
    commit: commit(),
    machine: machine(engine.name),
    versions: versions(),
    arms: [],
  }
  for (const arm of ARMS.filter(({ id }) => only.length === 0 || only.includes(id))) {
    report.arms.push(await runArm(arm, engine, quick))
  }
  report.seconds = Math.round((performance.now() - begun) / 1000)
  const isWhole = !quick && only.length === 0
  say(`Everything took ${seconds(performance.now() - begun)}. The report: ${writeReport(report, { isWhole })}`)
  if (report.arms.some(({ error }) => error)) throw new ReportedError('An arm is void; the report says which and why.')
}

function options(args) {
  const { values } = parseArgs({
    args,
    options: { quick: { type: 'boolean', default: false }, only: { type: 'string', multiple: true, default: [] } },
  })
  const unknown = values.only.filter((id) => !ARMS.some((arm) => arm.id === id))
  if (unknown.length > 0)
    throw new ReportedError(`There is no arm "${unknown[0]}": ${ARMS.map(({ id }) => id).join(', ')}.`)
  return values
}

/** What goes wrong in one arm is written into its place, and the others go on. */
async function runArm({ id, title, what, run }, engine, isQuick) {
  const context = {
    engineUri: engine.uri,
    enginePid: engine.pid,
    size: ({ full, quick }) => (isQuick ? quick : full),
    onRound: (round) => say(`  ${id}: ${round === 0 ? 'warmed up' : `round ${round}`}`),
  }
  const begun = performance.now()
  const result = await step(title, () => run(context)).catch((error) => ({ error: error.message }))
  if (result.error) say(`  ${result.error}`)
  return { id, title, what, seconds: Math.round((performance.now() - begun) / 1000), ...result }
}
