const serverCodes = new Set([
  6, // HostUnreachable
  7, // HostNotFound
  64, // WriteConcernTimeout: the majority did not confirm in time
  89, // NetworkTimeout
  91, // ShutdownInProgress
  100, // UnsatisfiableWriteConcern: too few members are up
  133, // FailedToSatisfyReadPreference
  134, // ReadConcernMajorityNotAvailableYet
  189, // PrimarySteppedDown
  262, // ExceededTimeLimit
  9001, // SocketException
  10_058, // LegacyNotPrimary
  10_107, // NotWritablePrimary
  11_600, // InterruptedAtShutdown
  11_602, // InterruptedDueToReplStateChange
  13_435, // NotPrimaryNoSecondaryOk
  13_436, // NotPrimaryOrSecondary
])

/** Errors of the driver that carry no code of the server: no connection, no primary, no free connection in time. */
const driverErrors = new Set([
  'MongoServerSelectionError',
  'MongooseServerSelectionError',
  'MongoTopologyClosedError',
  'MongoClientClosedError',
  'MongoNotConnectedError',
  'MongoServerClosedError',
  'MongoOperationTimeoutError',
  'MongoWaitQueueTimeoutError',
  'MongoStalePrimaryError',
])

const deepestCause = 5

/**
 * Whether an error means that the database cannot answer at present: an election, a lost connection, no majority. The
 * driver has already retried what it may. Decided by names and codes, since mongoose wraps some of the driver's classes.
 */
export function isDatabaseUnavailable(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > deepestCause) return false
  const { name, code, cause, errorLabels, errorResponse } = error as Record<string, unknown>
  if (typeof name === 'string' && (driverErrors.has(name) || isNetworkError(name))) return true
  if (typeof name === 'string' && name.startsWith('Mongo') && typeof code === 'number' && serverCodes.has(code))
    return true
  // The driver rethrows the socket's own error when it writes to a connection that has just been closed.
  if (code === 'EPIPE' || code === 'ECONNRESET') return true
  if (name === 'MongooseError' && /bufferCommands = false/.test(String((error as Error).message))) return true
  if (Array.isArray(errorLabels) && errorLabels.includes('RetryableWriteError')) return true
  // A bulk write has its cause in `errorResponse`.
  return isDatabaseUnavailable(cause, depth + 1) || isDatabaseUnavailable(errorResponse, depth + 1)
}

/** `MongoNetworkError` and what extends it: timeouts, cleared and closed pools. */
function isNetworkError(name: string): boolean {
  return /^Mongo(Network|Pool|ConnectionPool)\w*Error$/.test(name)
}
