export interface Product {
  /** Where it answers. */
  url: string
  /** Where it listens; `url` may be the address of what stands before it. */
  port: number
  /** Everything it has said so far, on both streams. */
  output: () => string
  /** Resolves with the exit code. */
  ended: Promise<number | null>
  /** Asks it to end, and waits for the exit code. */
  stop: () => Promise<number | null>
}

export function startProduct(options: { port: number; dataDir: string; env?: Record<string, string> }): Promise<Product>
