import { tableRows } from '../lib/markdown.mjs'
import { untrue } from './untruths.mjs'

const VERDICTS = ['met', 'not met', 'not applicable']

/** `| id | what | verdict | where or why |`: each once, in order, and what is met names where. */
export function checkAsvs(page) {
  const rows = tableRows(page).filter(([id]) => /^\d+\.\d+\.\d+$/.test(id))
  const orderOf = (id) => id.split('.').reduce((sum, part) => sum * 1_000 + Number(part), 0)
  for (const [at, [id, , verdict, where = '']] of rows.entries()) {
    if (at > 0 && orderOf(id) <= orderOf(rows[at - 1][0])) untrue(page, `${id} stands out of order, or twice`)
    if (!VERDICTS.includes(verdict)) untrue(page, `${id} is judged "${verdict}"`)
    if (verdict === 'met' && !/`[^`]+`|\]\(/.test(where)) untrue(page, `${id} is said to be met, and not where`)
    if (where === '') untrue(page, `${id} says neither where nor why`)
  }
}
