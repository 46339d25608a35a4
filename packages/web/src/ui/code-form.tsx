import { limits } from '@twinlock/shared/limits'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useTexts } from '../texts/use-texts'
import { Button } from './button'
import { CodeInput } from './code-input'
import { FieldError } from './field'

type Props = {
  label: string
  hint?: ReactNode
  submitLabel: string
  /** @returns a message that says what is wrong with the code; undefined when it was accepted or something else is shown. */
  onCode: (code: string) => Promise<ReactNode>
  /** The code comes by text message: the browser may read it from there. */
  isTexted?: boolean
  /** Takes the focus when it appears; on pages the heading does, and typed digits still reach the field. */
  takesFocus?: boolean
  /** Between the code and the button. */
  children?: ReactNode
}

/** Asks for six digits. They submit themselves whenever they are complete; the first key after an error clears it. */
export function CodeForm({ label, hint, submitLabel, onCode, isTexted = false, takesFocus = false, children }: Props) {
  const t = useTexts('common').code
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [code, setCode] = useState('')
  const [error, setError] = useState<ReactNode>()
  const [isBusy, setBusy] = useState(false)

  const submit = async (digits: string) => {
    if (digits.length < limits.codeDigits) return setError(t.incomplete)
    setBusy(true)
    setError(undefined)
    const problem = await onCode(digits)
    setBusy(false)
    setError(problem)
  }
  const change = (digits: string) => {
    setCode(digits)
    setError(undefined)
    if (digits.length === limits.codeDigits) void submit(digits)
  }
  useTextMessageCode(isTexted, change)
  useEffect(() => {
    if (takesFocus) input.current?.focus()
  }, [takesFocus])
  useEffect(() => {
    if (!error || isBusy) return
    input.current?.focus()
    input.current?.select()
  }, [error, isBusy])

  return (
    <form
      noValidate
      className="space-y-5"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isBusy) void submit(code)
      }}
    >
      <div>
        <label htmlFor={id} className="mb-1 block font-semibold">
          {label}
        </label>
        <div id={`${id}-hint`} className="mb-3 text-meta text-muted">
          {hint} {t.submitsItself}
        </div>
        <CodeInput
          id={id}
          value={code}
          onChange={change}
          input={input}
          isReadOnly={isBusy}
          aria-describedby={error ? `${id}-error ${id}-hint` : `${id}-hint`}
          aria-invalid={error ? true : undefined}
        />
        <FieldError id={`${id}-error`} error={error} />
      </div>
      {children}
      <Button type="submit" kind="primary" isWide isInert={isBusy}>
        {submitLabel}
      </Button>
    </form>
  )
}

type MessageCode = Credential & { code: string }

/** Reads the code from the text message where the browser can (WebOTP: the message ends with `@host #123456`). */
function useTextMessageCode(isExpected: boolean, onCode: (code: string) => void): void {
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
