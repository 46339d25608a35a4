import { limits } from '@twinlock/shared/limits'

export function undoUntil(changedAt: Date): Date {
  return new Date(changedAt.getTime() + limits.emailUndo)
}

/** At its own `expiresAt` a change can no longer be undone. */
export function canUndo(undo: { expiresAt: Date } | null | undefined, now: Date): boolean {
  return undo != null && now < undo.expiresAt
}

/**
 * The backup codes after an undo: the ones there are, as far as they were used, if they are those of before the change;
 * else none, since nobody can tell which of the earlier ones were used before they were replaced.
 */
export function codesAfterUndo<T>(
  codes: readonly T[],
  generatedAt: Date | null,
  generatedBeforeChange: Date | null,
): readonly T[] {
  return generatedAt?.getTime() === generatedBeforeChange?.getTime() ? codes : []
}
