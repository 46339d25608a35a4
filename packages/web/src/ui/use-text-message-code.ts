import { useEffect, useRef } from 'react'

type MessageCode = Credential & { code: string }

/** Reads the code from the text message where the browser can (WebOTP: the message ends with `@host #123456`). */
export function useTextMessageCode(isExpected: boolean, onCode: (code: string) => void): void {
  const take = useRef(onCode)
  useEffect(() => {
    take.current = onCode
  })
  useEffect(() => {
    if (!isExpected || !('OTPCredential' in window)) return
    const stop = new AbortController()
    const request = { otp: { transport: ['sms'] }, signal: stop.signal } as CredentialRequestOptions
    navigator.credentials.get(request).then(
      (found) => found && take.current((found as MessageCode).code),
      // Refused, or no message came: the field is still there.
      () => undefined,
    )
    return () => stop.abort()
  }, [isExpected])
}
