import { findRunningDatabase } from '../packages/embedded-database/src/running-database'
import { startOnEmptyData } from './servers/start-product'

/** One product for the whole run; servers with a clock of their own use its database under other names. */
export default async function setup(): Promise<() => Promise<void>> {
  const product = await startOnEmptyData()
  const database = await findRunningDatabase(product.dataDir)
  if (!database) throw new Error(`The product runs without its embedded database.\n${product.output()}`)
  process.env.E2E_URL = product.url
  process.env.E2E_DATA_DIR = product.dataDir
  process.env.E2E_MONGODB_URI = database.uri
  return () => product.stop()
}
