import type { Connection, mongo } from 'mongoose'

/** What the planner of the database said of one command, and how much it read. */
export interface Explained {
  /** The command, for a person who reads that it failed. */
  command: string
  stages: Set<string>
  examined: number
  returned: number
}

const EXPLAINED = new Set(['find', 'aggregate', 'count', 'distinct', 'update', 'delete', 'findAndModify'])
/** Of the session and the driver, and what only a cursor understands. */
const NOT_EXPLAINED = ['lsid', '$db', '$clusterTime', 'txnNumber', 'writeConcern', '$readPreference', 'autocommit']

/** Records the commands that are sent during a call, one of each shape, and has the planner explain them. */
export class PlanWatch {
  readonly #commands = new Map<string, mongo.Document>()

  constructor(private readonly connection: Connection) {
    connection.getClient().on('commandStarted', ({ commandName, command, databaseName }) => {
      if (!EXPLAINED.has(commandName) || databaseName !== connection.name) return
      this.#commands.set(shapeOf(command), command)
    })
  }

  async explain(act: () => Promise<unknown>): Promise<Explained[]> {
    this.#commands.clear()
    await act()
    const kept = [...this.#commands.values()]
    const all = await Promise.all(kept.flatMap(singles).map((command) => this.#explain(command)))
    this.#commands.clear()
    return all
  }

  async #explain(command: mongo.Document): Promise<Explained> {
    const plain = Object.fromEntries(Object.entries(command).filter(([name]) => !NOT_EXPLAINED.includes(name)))
    const answer = await this.connection.db?.command({ explain: plain, verbosity: 'executionStats' })
    const stages = new Set<string>()
    const sums = { examined: 0, returned: 0 }
    read(answer, stages, sums)
    return { command: JSON.stringify(plain).slice(0, 600), stages, ...sums }
  }
}

/** An update or delete of several statements is explained one by one. */
function singles(command: mongo.Document): mongo.Document[] {
  const [name] = Object.keys(command)
  const list = name === 'update' ? 'updates' : name === 'delete' ? 'deletes' : null
  if (!list) return [command]
  return (command[list] as mongo.Document[]).slice(0, 5).map((one) => ({ ...command, [list]: [one] }))
}

/** Collection, kind and paths: values make no other plan here. */
function shapeOf(command: mongo.Document): string {
  const paths: string[] = []
  const walk = (value: unknown, path: string, depth: number): void => {
    if (depth > 8 || value === null || typeof value !== 'object') return
    for (const [key, inner] of value instanceof Map ? value : Object.entries(value)) {
      paths.push(`${path}.${key}`)
      if (!(inner instanceof Date)) walk(inner, `${path}.${key}`, depth + 1)
    }
  }
  const [[name, collection] = ['', '']] = Object.entries(command)
  const { filter, sort, query, updates, deletes, pipeline, key } = command
  walk({ filter, sort, query, updates: updates?.[0]?.q, deletes: deletes?.[0]?.q, pipeline }, '', 0)
  return `${name} ${collection} ${key ?? ''} ${paths.join(' ')}`
}

function read(value: unknown, stages: Set<string>, sums: { examined: number; returned: number }): void {
  if (value === null || typeof value !== 'object') return
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'rejectedPlans' || key === 'allPlansExecution' || key === 'command') continue
    if (key === 'stage' && typeof inner === 'string') stages.add(inner)
    if (key === 'executionStats') {
      const { totalDocsExamined = 0, nReturned = 0 } = inner as Record<string, number>
      sums.examined += totalDocsExamined
      sums.returned += nReturned
    }
    read(inner, stages, sums)
  }
}
