import { startOnEmptyData } from './servers/start-product'

/** One product for the whole run; servers with a clock of their own use its database under other names. */
export default async function setup(): Promise<() => Promise<void>> {
  const product = await startOnEmptyData()
  process.env.E2E_URL = product.url
  process.env.E2E_DATA_DIR = product.dataDir
  process.env.E2E_MONGODB_URI = product.databaseUri
  return () => product.stop()
}
