import { type DeliveryOutcome, providerDown, refusedForGood, refusedForNow } from '../delivery-outcome.js'

/** What nodemailer adds to an error; its message and the server's words may quote the recipient, so they are left out. */
interface SmtpError extends Error {
  code?: string
  responseCode?: number
}

/** The server wants a login or TLS first (RFC 4954 6, RFC 3207 4): our configuration is wrong, not the message. */
const wantsLogin = [530, 534, 535, 538]
const closing = 421

/** RFC 5321 4.2.1: 4yz is "not now", 5yz "never"; whatever else goes wrong is the connection's fault, thus "not now". */
export function outcomeOfSmtpError({ code = 'unknown', responseCode }: SmtpError): DeliveryOutcome {
  const isAboutMessage = code === 'EENVELOPE' || code === 'EMESSAGE'
  if (!isAboutMessage || responseCode === closing || wantsLogin.includes(responseCode ?? 0)) {
    return providerDown(`No mail server took it (${code}${responseCode ? `, ${responseCode}` : ''}).`)
  }
  const reason = `The mail server refused it (${code}, ${responseCode ?? 'no code'}).`
  // 503 says that the session was out of step, which the next one is not.
  const isForGood = responseCode !== undefined && responseCode >= 500 && responseCode !== 503
  return isForGood ? refusedForGood(reason) : refusedForNow(reason)
}
