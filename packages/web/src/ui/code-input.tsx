import { limits } from '@twinlock/shared/limits'
import { asciiDigits } from '@twinlock/shared/typed-text'
import { type RefObject, useEffect } from 'react'
import { classNames } from './class-names'

type Props = {
  id: string
  value: string
  onChange: (digits: string) => void
  input: RefObject<HTMLInputElement | null>
  isReadOnly: boolean
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

const TYPED_INTO = 'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable]'

const cells = Array.from({ length: limits.codeDigits }, (_, cell) => cell)

/** One real input over six drawn cells. What is pasted or typed anywhere on the page, and meant for it, lands here. */
export function CodeInput({ value, onChange, input, isReadOnly, ...rest }: Props) {
  useEffect(() => {
    const receive = (event: ClipboardEvent) => {
      const code = wholeCodeIn(event.clipboardData?.getData('text') ?? '')
      if (!code || !isMeantFor(input.current, event.target)) return
      event.preventDefault()
      input.current?.focus()
      onChange(code)
    }
    // The heading has the focus when a step begins: a user who just types the code need not reach for the field first.
    const lead = (event: KeyboardEvent) => {
      const isDigit = /^\p{Nd}$/u.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey
      if (isDigit && event.target !== input.current && isMeantFor(input.current, event.target)) input.current?.focus()
    }
    document.addEventListener('paste', receive)
    document.addEventListener('keydown', lead)
    return () => {
      document.removeEventListener('paste', receive)
      document.removeEventListener('keydown', lead)
    }
  }, [input, onChange])
  return (
    <div className="code-cells">
      <div className="code-cells-frame h-14 font-mono text-code">
        <div className="code-cells-drawn h-full" aria-hidden="true">
          {cells.map((cell) => (
            <span key={cell} className={classNames('code-cell', cell === value.length && 'code-cell-next')} />
          ))}
        </div>
        <input
          {...rest}
          ref={input}
          value={value}
          readOnly={isReadOnly}
          name="code"
          type="text"
          inputMode="numeric"
          autoComplete="one-time-code"
          autoCorrect="off"
          spellCheck={false}
          onChange={(event) => {
            const digits = digitsIn(event.target.value)
            // A seventh digit, or a letter, changes nothing: the same code must not be sent again for it.
            if (digits !== value) onChange(digits)
          }}
        />
      </div>
    </div>
  )
}

/** The digits that a field or a message holds, at most as many as a code has. */
const digitsIn = (text: string): string => asciiDigits(text).replace(/\D/g, '').slice(0, limits.codeDigits)

/** "Your code is 123 456." → 123456; null when the text holds no code or more than one number. */
function wholeCodeIn(text: string): string | null {
  const digits = asciiDigits(text).replace(/\D/g, '')
  return digits.length === limits.codeDigits ? digits : null
}

function isMeantFor(input: HTMLInputElement | null, target: EventTarget | null): boolean {
  const openDialog = document.querySelector('dialog[open]')
  if (!input || (openDialog && !openDialog.contains(input))) return false
  const isOtherField = target instanceof Element && target.closest(TYPED_INTO)
  return target === input || !isOtherField
}
