import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type DocumentNode, type FragmentDefinitionNode, Kind, parse, visit } from 'graphql'
import type { Plugin } from 'vite'

const TAG_IMPORT = /import \{ graphql \} from '[^']*generated\/gql'/
const DOCUMENT = /\bgraphql\(\s*(?:\/\*.*?\*\/\s*)?`([^`]*)`\s*,?\s*\)/g

/**
 * Compiles each `graphql(`…`)` into the syntax tree it stands for, in the chunk of the page that uses it. The client
 * preset would put every document of every page into one module that the sign-in page then has to load, or need a
 * GraphQL parser at run time.
 */
export function inlineDocuments(sourceFolder: string): Plugin {
  let fragments = new Map<string, FragmentDefinitionNode>()
  return {
    name: 'twinlock:inline-documents',
    enforce: 'pre',
    buildStart() {
      fragments = readFragments(sourceFolder)
    },
    transform(code, id) {
      if (!/\.tsx?$/.test(id) || id.includes('/generated/') || !code.includes('graphql(')) return null
      const inlined = code.replace(DOCUMENT, (_, source: string) => {
        const tree = compile(source, fragments).replaceAll(/[\\']/g, '\\$&')
        // As many lines as before, so that stack traces still point at the source.
        return `/* @__PURE__ */ JSON.parse('${tree}')${'\n'.repeat(source.split('\n').length - 1)}`
      })
      return { code: inlined.replace(TAG_IMPORT, ''), map: null }
    },
  }
}

function readFragments(folder: string): Map<string, FragmentDefinitionNode> {
  const found = new Map<string, FragmentDefinitionNode>()
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.tsx?$/.test(entry) || entry.includes('generated')) continue
    for (const [, source = ''] of readFileSync(join(folder, entry), 'utf8').matchAll(DOCUMENT)) {
      for (const definition of parse(source, { noLocation: true }).definitions) {
        if (definition.kind === Kind.FRAGMENT_DEFINITION) found.set(definition.name.value, definition)
      }
    }
  }
  return found
}

function compile(source: string, fragments: Map<string, FragmentDefinitionNode>): string {
  const document = parse(source, { noLocation: true })
  const own = new Set(document.definitions.flatMap((d) => (d.kind === Kind.FRAGMENT_DEFINITION ? [d.name.value] : [])))
  const needed = [...spreadNames(document, fragments)]
    .filter((name) => !own.has(name))
    .map((name) => fragments.get(name))
  return JSON.stringify({ ...document, definitions: [...document.definitions, ...needed] })
}

function spreadNames(document: DocumentNode, fragments: Map<string, FragmentDefinitionNode>): Set<string> {
  const names = new Set<string>()
  const queue: (DocumentNode | FragmentDefinitionNode)[] = [document]
  for (let node = queue.pop(); node; node = queue.pop()) {
    visit(node, {
      FragmentSpread({ name }) {
        if (names.has(name.value)) return
        const fragment = fragments.get(name.value)
        if (!fragment) throw new Error(`No document defines the fragment ${name.value}`)
        names.add(name.value)
        queue.push(fragment)
      },
    })
  }
  return names
}
