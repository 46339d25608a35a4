import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

const TICK_MS = 1000 / Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }))
const SAMPLE_MS = 150
const LONGEST_TAIL_MS = 5_000

/** Processor time that a process has used so far, user and system, all its threads, in milliseconds. From /proc. */
export function cpuMsOf(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  // The second field is the name, in brackets, and may hold anything: counted from behind it, utime is the 12th.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS
}

/** Memory that a process has in use now, in MiB. */
export const residentMbOf = (pid) => statusMb(pid, 'VmRSS')

/** The most it has had since its start. */
export const peakMbOf = (pid) => statusMb(pid, 'VmHWM')

function statusMb(pid, field) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)[1]) / 1024
}

/** Waits until a process has nothing left to do: what follows an answer belongs to the operation that was answered. */
export async function quiet(pid) {
  const end = performance.now() + LONGEST_TAIL_MS
  let before = cpuMsOf(pid)
  while (performance.now() < end) {
    await pause(SAMPLE_MS)
    const now = cpuMsOf(pid)
    if (now - before <= 2 * TICK_MS) return
    before = now
  }
}
