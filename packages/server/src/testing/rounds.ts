/** Slow models and kills run a few rounds in `npm test` and all of them in `npm test -- deep`. */
export function rounds({ usual, deep }: { usual: number; deep: number }): number {
  return process.env.TWINLOCK_TEST_PART === 'deep' ? deep : usual
}
