import { tableRows } from '../lib/markdown.mjs'
import { read } from './repository.mjs'
import { untrue } from './untruths.mjs'

/** A row that names a limit says its number too. Those made of several numbers have to exist, and are not compared. */
export function checkLimits(page) {
  const source = read('packages/shared/src/limits.ts')
  for (const row of tableRows(page)) {
    const said = row.join(' ')
    for (const [, name] of said.matchAll(/`limits\.(?!ts`)(\w+)`/g)) {
      const [, value] = new RegExp(`^ {2}${name}: (.*?),?$`, 'm').exec(source) ?? []
      if (value === undefined) untrue(page, `there is no limit ${name}`)
      const number = inWords(value ?? '')
      if (number && !said.includes(number)) untrue(page, `limits.${name} is ${number}`)
    }
  }
}

function inWords(value) {
  const units = { SECOND: 's', MINUTE: 'min', HOUR: 'h', DAY: 'd' }
  const [, count = 1, unit] = /^(?:(\d+) \* )?(SECOND|MINUTE|HOUR|DAY)$/.exec(value) ?? []
  if (unit) return `${count} ${units[unit]}`
  if (/^0\.\d+$/.test(value)) return `${Number(value) * 100} %`
  return /^[\d_]+$/.test(value) ? Number(value.replaceAll('_', '')).toLocaleString('en') : null
}
