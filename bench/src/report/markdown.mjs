import { short } from './short.mjs'

/** The report as a person reads it. */
export function markdownOf(report) {
  return [...headOf(report), ...report.arms.flatMap(armOf), ''].join('\n')
}

function headOf({ at, command, commit, machine, versions, seconds }) {
  return [
    `\`${command}\` of ${at.slice(0, 16).replace('T', ' ')} UTC, commit ${commit}, took ${Math.round(seconds / 60)} min.`,
    '',
    table(
      ['', ''],
      [
        ['machine', `${machine.cpu}, ${machine.cores} cores, ${machine.memoryGb} GB, Linux ${machine.kernel}`],
        ['Node', machine.node],
        ['database', machine.database],
        ['load before', machine.loadBefore.toFixed(2)],
        ...Object.entries(versions),
      ],
    ),
  ]
}

function armOf({ title, what, error, contenders, comparisons, tables, goals, notes, seconds }) {
  return [
    '',
    `## ${title}`,
    '',
    what,
    ...(error ? ['', `**Void.** ${error}`] : []),
    ...(contenders ? ['', contendersTable(contenders)] : []),
    ...(comparisons ? ['', comparisonsTable(comparisons)] : []),
    ...(tables ?? []).flatMap(({ columns, rows }) => ['', table(columns, rows)]),
    ...(goals ? ['', goalsTable(goals)] : []),
    ...(notes ?? []).flatMap((note) => ['', note]),
    '',
    `(${seconds} s)`,
  ]
}

function contendersTable(contenders) {
  const rows = contenders.map(({ name, median }) => [
    name,
    ...['cpuMs', 'opsPerSecond', 'p50', 'p99'].map((key) => short(median[key])),
  ])
  return table(['medians of the turns', 'CPU ms per operation', 'operations/s', 'p50 ms', 'p99 ms'], rows)
}

function comparisonsTable(comparisons) {
  const rows = comparisons.map(({ against, cpu, throughput, p99 }) => [against, ...[cpu, throughput, p99].map(spread)])
  return table(['pairs with Twinlock', 'its CPU ÷ ours', 'our operations/s ÷ its', 'our p99 ÷ its'], rows)
}

function goalsTable(goals) {
  const rows = goals.map(({ text, measured, wanted, isMet }) => [
    text,
    spread(measured),
    wanted,
    isMet ? 'yes' : '**no**',
  ])
  return table(['goal', 'measured', 'wanted', 'met'], rows)
}

const spread = ({ median, low, high }) => `${short(median)} (${short(low)}–${short(high)})`

function table(columns, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`
  return [line(columns), line(columns.map((_, place) => (place === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n')
}
