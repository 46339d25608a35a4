/** Told to the operator in words; nothing was changed. */
export class OperatorError extends Error {
  override name = 'OperatorError'
}
