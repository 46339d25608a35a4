import { join } from 'node:path'

type ModuleGraph = { getModuleInfo(id: string): { importedIds: readonly string[] } | null }

/**
 * Names the chunk of what the sign-in route imports statically, and of nothing else: a chunk of everything that many
 * pages share would load the dialogs and Apollo Client with the first visit.
 * @param source the folder of the app's sources
 */
export function firstVisit(source: string): (id: string, graph: ModuleGraph) => string | null {
  const entries = [join(source, 'main.tsx'), join(source, 'features/sign-in/sign-in.page.tsx')]
  let modules: Set<string> | undefined
  return (id, graph) => {
    modules ??= reachable(entries, graph)
    return modules.has(id) && !entries.includes(id) ? 'first-visit' : null
  }
}

function reachable(from: readonly string[], graph: ModuleGraph): Set<string> {
  const found = new Set(from)
  for (const id of found) for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) found.add(imported)
  return found
}
