import { read } from './repository.mjs'
import { untrue } from './untruths.mjs'

export function checkCommands(page) {
  const { scripts } = JSON.parse(read('package.json'))
  const steps = [...read('scripts/check.mjs').matchAll(/^ {2}\['([^']+)'/gm)].map(([, name]) => name)
  const commands = operatorCommands()
  for (const text of [...page.spans, ...page.blocks.map(({ body }) => body)]) {
    for (const [, name] of text.matchAll(/\bnpm run (?:--silent )?([\w-]+)/g))
      if (!scripts[name]) untrue(page, `there is no npm run ${name}`)
    for (const [, name] of text.matchAll(/\bnpm (start|test)\b/g))
      if (!scripts[name]) untrue(page, `there is no npm ${name}`)
    for (const [, name] of text.matchAll(/\bnpm run twinlock -- ([\w-]+)/g))
      if (name !== '--help' && !commands.includes(name)) untrue(page, `the operator has no command ${name}`)
    for (const [, words] of text.matchAll(/\bnpm run check -- ([a-z ]+)/g))
      for (const word of words.trim().split(' '))
        if (!steps.some((step) => step.includes(word))) untrue(page, `npm run check has no step "${word}"`)
  }
  if (page.file !== 'docs/operating.md') return
  for (const name of commands) if (!page.text.includes(`-- ${name}`)) untrue(page, `the command ${name} is not told of`)
}

function operatorCommands() {
  const [, help = ''] = /const HELP = `([\s\S]*?)`\n/.exec(read('packages/server/src/cli.ts')) ?? []
  return [...help.matchAll(/^ {2}([a-z][a-z-]*) /gm)].map(([, name]) => name)
}
