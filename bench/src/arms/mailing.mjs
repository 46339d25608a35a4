import { setTimeout as pause } from 'node:timers/promises'
import { startChild } from '../harness/child.mjs'
import { startHttpChild, withChildren } from '../harness/http-child.mjs'
import { cpuMsOf, peakMbOf, quiet } from '../harness/process-cost.mjs'
import { median, spreadOf } from '../harness/statistics.mjs'
import { seedNetworks } from '../product/seed-networks.mjs'
import { TwinlockClient } from '../product/twinlock-client.mjs'
import { startTwinlock } from '../product/twinlock-process.mjs'
import { atLeast, atMost } from '../report/goals.mjs'
import { short } from '../report/short.mjs'
import { ACTIVATE } from './activation.mjs'

const DATABASE = 'bench_mailing'
const POLL_MS = 20
const LOOK_MS = 250
const PATIENCE_MS = 120_000
// Beyond that nothing more is coming.
const STALLED_MS = 30_000

export const mailing = {
  id: 'mailing',
  title: 'Making two-factor authentication mandatory: notifying every member',
  what: 'The mails of an activation into a local SMTP server that keeps nothing, from the first to the last to arrive; beside it nodemailer’s own pool sending as many of the same size, which stores, renders and remembers nothing. In turns, one network for each; then one large network, to its last member.',
  run: ({ engineUri, size, onRound }) =>
    withChildren(async (started) => {
      const { rounds, members, big } = size({
        full: { rounds: 7, members: 1_000, big: 100_000 },
        quick: { rounds: 2, members: 50, big: 500 },
      })
      const networks = await seedNetworks(engineUri, DATABASE, [...Array(rounds + 1).fill(members), big])
      const sink = await started(
        startHttpChild({ name: 'SMTP', script: new URL('../others/smtp-sink.process.mjs', import.meta.url) }),
      )
      const smtp = { SMTP_URL: sink.url.replace('http:', 'smtp:') }
      const ours = await started(startTwinlock(engineUri, DATABASE, smtp))
      const script = new URL('../others/bare-nodemailer.process.mjs', import.meta.url)
      const bare = await started(startChild({ name: 'nodemailer alone', script, env: smtp }))
      const client = new TwinlockClient(ours.url, 1)
      const turns = { ours: [], bare: [] }
      for (let round = 0; round <= rounds; round++) {
        const mine = await announced(networks[round], client, ours, sink)
        const theirs = await sent(members, mine.bytes, bare, sink)
        if (round > 0) {
          turns.ours.push(mine)
          turns.bare.push(theirs)
        }
        onRound(round)
      }
      const crowd = await announcing(networks.at(-1), client, ours, sink, size({ full: 900_000, quick: 60_000 }))
      const ratio = spreadOf(turns.ours.map((turn, place) => turn.perSecond / turns.bare[place].perSecond))
      return {
        turns,
        crowd,
        tables: [tableOf(turns), crowdTable(crowd)],
        goals: [
          atLeast('our mails a second, as a share of nodemailer alone', ratio, 0.7),
          atMost(
            `memory, from ${resolveRule(members)} to ${resolveRule(big)} members, MiB more`,
            once(crowd.peakMb - crowd.peakBeforeMb),
            64,
          ),
          atLeast(`of ${resolveRule(big)} members mailed`, once(crowd.count - crowd.repeated), big),
          atMost('members mailed more than once', once(crowd.repeated), 0),
        ],
      }
    }),
}

function tableOf({ ours, bare }) {
  const row = (name, turns) => [
    name,
    ...['perSecond', 'cpuMs', 'bytes'].map((key) => short(median(turns.map((turn) => turn[key])))),
  ]
  return {
    columns: ['medians', 'mails/s', 'CPU ms per mail', 'bytes'],
    rows: [row('Twinlock', ours), row('nodemailer alone', bare)],
  }
}

const resolveRule = (count) => count.toLocaleString('en')
const once = (value) => spreadOf([value])

function crowdTable({ size, seconds, count, repeated, peakBeforeMb, peakMb }) {
  const until = count < size ? 'abandoned after' : 'in'
  return {
    columns: [`${resolveRule(size)} members, ${until} ${Math.round(seconds)} s`, ''],
    rows: [
      ['mails', resolveRule(count)],
      ['members mailed more than once', resolveRule(repeated)],
      ['mails a second', short(count / seconds)],
      ['memory at its peak before MiB', short(peakBeforeMb)],
      ['memory at its peak MiB', short(peakMb)],
    ],
  }
}

/** Activates, and waits for the mail to the last member. */
async function announced(network, client, { pid }, sink) {
  await sink.ask('reset')
  await quiet(pid)
  const before = cpuMsOf(pid)
  await activate(network, client)
  await arrived(network.size, sink)
  await quiet(pid)
  const tally = await sink.ask('count')
  if (tally.count > network.size) throw new Error(`${tally.count} mails to ${network.size} members`)
  return turnOf(tally, cpuMsOf(pid) - before)
}

async function sent(count, bytes, bare, sink) {
  await sink.ask('reset')
  const before = cpuMsOf(bare.pid)
  const { errorCount, errors } = await bare.ask({ count, bytes })
  if (errorCount > 0) throw new Error(errors[0])
  return turnOf(await arrived(count, sink), cpuMsOf(bare.pid) - before)
}

function turnOf({ count, firstAt, lastAt, bytes }, cpuMs) {
  return { perSecond: ((count - 1) / (lastAt - firstAt)) * 1000, cpuMs: cpuMs / count, bytes: bytes / count }
}

/** A mailing of minutes: to its last member and a moment more, unless it comes to a halt or takes too long. */
async function announcing(network, client, { pid }, sink, longestMs) {
  await sink.ask('reset')
  const peakBeforeMb = peakMbOf(pid)
  await activate(network, client)
  const end = performance.now() + longestMs
  let tally = await arrived(1, sink)
  while (tally.count < network.size && performance.now() < end && Date.now() - tally.lastAt < STALLED_MS) {
    await pause(LOOK_MS)
    tally = await sink.ask('count')
  }
  await quiet(pid)
  const { count, repeated, firstAt, lastAt } = await sink.ask('count')
  return {
    size: network.size,
    seconds: (lastAt - firstAt) / 1000,
    count,
    repeated,
    peakBeforeMb,
    peakMb: peakMbOf(pid),
  }
}

async function activate({ id, owner }, client) {
  const cookie = await client.signInWhole(owner)
  const { data } = await client.ask(ACTIVATE, { input: { networkId: id, graceHours: 24 } }, { cookie })
  if (data.activateMandatoryTwoFactor.__typename !== 'MandateActivated') throw new Error(JSON.stringify(data))
}

async function arrived(count, sink) {
  const end = performance.now() + PATIENCE_MS
  while (performance.now() < end) {
    const tally = await sink.ask('count')
    if (tally.count >= count) return tally
    await pause(POLL_MS)
  }
  throw new Error(`${(await sink.ask('count')).count} of ${count} mails came`)
}
