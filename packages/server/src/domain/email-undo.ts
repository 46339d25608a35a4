import { limits } from '@twinlock/shared/limits'

export function undoUntil(changedAt: Date): Date {
  return new Date(changedAt.getTime() + limits.emailUndo)
}

/** At its own `expiresAt` a change can no longer be undone. */
export function canUndo(undo: { expiresAt: Date } | null | undefined, now: Date): boolean {
  return undo != null && now < undo.expiresAt
}

/**
 * The backup codes after an undo: the current ones if they date from before the change, with their used state; otherwise
 * none, because it is unknown which of the earlier ones were used before they were replaced.
 */
export function codesAfterUndo<T>(
  codes: readonly T[],
  generatedAt: Date | null,
  generatedBeforeChange: Date | null,
): readonly T[] {
  return generatedAt?.getTime() === generatedBeforeChange?.getTime() ? codes : []
}

/** The second step of an account at one moment: what an undo of its address goes back to. */
export interface SecondStepState<F, M> {
  factors: F
  preferredMethod: M
  backupCodesGeneratedAt: Date | null
}

export type SecondStepSnapshot<F, M> = SecondStepState<F, M> & { at: Date }

/**
 * The snapshot stored with a change of the second step: its state before the first change within a week. A thief who adds
 * their own method before they change the address must not have it in what the undo brings back.
 * @returns null when the stored snapshot stays
 */
export function snapshotBefore<F, M>(
  { factors, preferredMethod, backupCodesGeneratedAt }: SecondStepState<F, M>,
  isOn: boolean,
  kept: { at: Date } | null | undefined,
  now: Date,
): SecondStepSnapshot<F, M> | null {
  // Nothing is nothing to go back to: an undo never takes the second step away.
  if (!isOn || isWithinUndo(kept, now)) return null
  return { at: now, factors, preferredMethod, backupCodesGeneratedAt }
}

/** The second step that an undo restores, as a change of the address stores it. */
export function stateToRestore<F, M>(
  { factors, preferredMethod, backupCodesGeneratedAt }: SecondStepState<F, M>,
  kept: SecondStepSnapshot<F, M> | null | undefined,
  now: Date,
): SecondStepState<F, M> {
  if (!kept || !isWithinUndo(kept, now)) return { factors, preferredMethod, backupCodesGeneratedAt }
  const { at: _, ...state } = kept
  return state
}

function isWithinUndo(kept: { at: Date } | null | undefined, now: Date): boolean {
  return kept != null && now < undoUntil(kept.at)
}
