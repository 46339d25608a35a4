import { files, read } from './repository.mjs'
import { untrue } from './untruths.mjs'

/** Set by the product's own scripts for the server, and by nobody else. */
const OWN_VARIABLES = new Set(['TWINLOCK_EMBEDDED'])

/** Words in capitals are variables, unless the API has them. */
export function checkVariables(page) {
  const words = [...page.spans, ...page.blocks.filter(({ language }) => language === 'sh').map(({ body }) => body)]
    .filter((text) => !/[./][A-Z]/.test(text.replace(/=\S*/g, '')))
    .flatMap((text) => text.match(/(?<![\w-])[A-Z][A-Z0-9]*(_[A-Z0-9]+)+(?=$|[^\w])/g) ?? [])
  for (const word of new Set(words))
    if (!variablesRead().has(word) && !apiWords().has(word)) untrue(page, `nothing reads the variable ${word}`)
}

export function checkExampleEnvironment() {
  const example = { file: '.env.example', text: read('.env.example') }
  const offered = [...example.text.matchAll(/^#?([A-Z][A-Z0-9_]+)=/gm)].map(([, name]) => name)
  for (const name of offered) if (!variablesRead().has(name)) untrue(example, `nothing reads the variable ${name}`)
  for (const name of serverVariables())
    if (!offered.includes(name) && !OWN_VARIABLES.has(name)) untrue(example, `the server reads ${name}`)
}

function serverVariables() {
  const [, body = ''] =
    /const variables = z\.object\(\{\n([\s\S]*?)\n\}\)/.exec(read('packages/server/src/environment.ts')) ?? []
  const [, secrets = ''] =
    /const SECRET_VARIABLES = \[([\s\S]*?)\]/.exec(read('packages/server/src/secret-files.ts')) ?? []
  const files = [...secrets.matchAll(/'([A-Z0-9_]+)'/g)].map(([, name]) => `${name}_FILE`)
  return [...[...body.matchAll(/^ {2}([A-Z][A-Z0-9_]*):/gm)].map(([, name]) => name), ...files]
}

function variablesRead() {
  variablesRead.known ??= new Set([
    ...serverVariables(),
    ...files
      .filter((file) => /^(packages|scripts|e2e|bench)\/.*\.(ts|tsx|mjs)$/.test(file))
      .flatMap((file) => {
        const source = read(file)
        const named = [...source.matchAll(/process\.env\.([A-Z][A-Z0-9_]*)/g)].map(([, name]) => name)
        const taken = [...source.matchAll(/const \{([^}]*)\} = process\.env/g)].flatMap(([, names]) => names.split(','))
        return [...named, ...taken.map((name) => name.trim())]
      }),
  ])
  return variablesRead.known
}

function apiWords() {
  apiWords.known ??= new Set(
    `${read('packages/shared/schema.graphql')} ${read('packages/shared/src/vocabulary.ts')}`.match(/[A-Z][A-Z0-9_]+/g),
  )
  return apiWords.known
}
