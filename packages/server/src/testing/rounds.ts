const isDeep = process.env.TWINLOCK_TEST_PART === 'deep'

/** Slow models and kills run a few rounds in `npm test` and all of them in `npm test -- deep`. */
export function rounds({ usual, deep }: { usual: number; deep: number }): number {
  return isDeep ? deep : usual
}

/** The rows of a slow table: all of them in `npm test -- deep`, and only those that `usual` selects in `npm test`. */
export function rows<Row>(all: readonly Row[], usual: (row: Row) => boolean): readonly Row[] {
  return isDeep ? all : all.filter(usual)
}
