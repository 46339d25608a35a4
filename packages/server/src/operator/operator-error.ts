/** Shown to the operator as its message; nothing was changed. */
export class OperatorError extends Error {
  override name = 'OperatorError'
}
