import { latenciesOf, underLoad } from './load.mjs'
import { cpuMsOf, quiet } from './process-cost.mjs'
import { median, spreadOf } from './statistics.mjs'

const LOG_LINES = 5

/**
 * One of those who are compared.
 * @typedef {object} Contender
 * @property {string} name
 * @property {number} pid whose processor time is counted
 * @property {(count: number) => Promise<unknown[]>} prepare makes the inputs of one turn, outside of what is measured
 * @property {(input: unknown) => Promise<unknown>} operate one operation; throws when the answer is not the right one
 * @property {() => string} [said] the end of its log
 * @property {(inputs: unknown[], concurrency: number) => Promise<object>} [run] in place of `operate`, for what is
 *   measured inside its own process
 */

/**
 * Lets contenders take turns, so that whatever slows the machine down for a while slows all of them. The first round warms
 * up and is not counted; who begins goes round.
 */
export async function inTurns(contenders, { rounds, operations, warmUp, concurrency, onRound = () => {} }) {
  const turns = new Map(contenders.map(({ name }) => [name, []]))
  for (let round = 0; round <= rounds; round++) {
    const order = contenders.map((_, place) => contenders[(place + round) % contenders.length])
    for (const contender of order) {
      const turn = await takeTurn(contender, round === 0 ? warmUp : operations, concurrency)
      if (turn.errorCount > 0) throw new VoidRun(contender, turn)
      if (round > 0) turns.get(contender.name).push(turn)
    }
    onRound(round)
  }
  return contenders.map(({ name }) => summary(name, turns.get(name)))
}

/** An arm with a single wrong answer says nothing. */
export class VoidRun extends Error {
  constructor({ name, said }, { errorCount, errors }) {
    const first = `${name}: ${errorCount} wrong answers, so the run is void. The first: ${errors[0]}`
    const log = said?.().trim().split('\n').slice(-LOG_LINES).join('\n')
    super(log ? `${first}\n\nIts log ends with:\n\n${log}` : first)
  }
}

async function takeTurn(contender, operations, concurrency) {
  const inputs = await contender.prepare(operations)
  await quiet(contender.pid)
  const before = cpuMsOf(contender.pid)
  const run = contender.run ?? ((all, lanes) => underLoad(all, lanes, contender.operate))
  const load = await run(inputs, concurrency)
  await quiet(contender.pid)
  return {
    cpuMs: (cpuMsOf(contender.pid) - before) / inputs.length,
    opsPerSecond: inputs.length / load.seconds,
    ...latenciesOf(load),
    errorCount: load.errorCount,
    errors: load.errors,
  }
}

function summary(name, turns) {
  const middle = (key) => median(turns.map((turn) => turn[key]))
  return {
    name,
    median: { cpuMs: middle('cpuMs'), opsPerSecond: middle('opsPerSecond'), p50: middle('p50'), p99: middle('p99') },
    turns: turns.map(({ errors, ...turn }) => turn),
  }
}

/**
 * The first against another, pair by pair: how many times less processor time, how many times more operations a second,
 * how many times the latency. Each is the median of the pairs, with the lowest and the highest.
 */
export function compare([ours, ...others]) {
  return others.map((other) => {
    const pairs = ours.turns.map((turn, place) => [turn, other.turns[place]])
    return {
      against: other.name,
      cpu: spreadOf(pairs.map(([mine, theirs]) => theirs.cpuMs / mine.cpuMs)),
      throughput: spreadOf(pairs.map(([mine, theirs]) => mine.opsPerSecond / theirs.opsPerSecond)),
      p99: spreadOf(pairs.map(([mine, theirs]) => mine.p99 / theirs.p99)),
    }
  })
}
