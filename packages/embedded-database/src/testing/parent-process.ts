/** Run by a test as a process of its own, to be killed: starts the database on the folder it is given, and stays. */
import { startEmbeddedDatabase } from '../start-embedded-database.mjs'

const [, , dataDir = ''] = process.argv
const { uri, pid } = await startEmbeddedDatabase({ dataDir })
console.log(JSON.stringify({ uri, pid }))
