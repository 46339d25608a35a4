import { basename } from 'node:path'
import { pages } from './repository.mjs'
import { untrue } from './untruths.mjs'

export function checkDecisions() {
  for (const page of pages.filter(({ file }) => file.startsWith('docs/decisions/'))) {
    const number = basename(page.file).slice(0, 3)
    if (!page.text.startsWith(`# ${number} `)) untrue(page, `its title does not begin with ${number}`)
    if (!/^\*\*Status\*\* .+ · \*\*Date\*\* /m.test(page.text)) untrue(page, 'it has no status and date')
    for (const part of ['context', 'decision', 'consequences'])
      if (!page.anchors.includes(part)) untrue(page, `it says nothing of its ${part}`)
  }
}
