import { type ComponentProps, useState } from 'react'
import { useTexts } from '../texts/use-texts'
import { FieldFrame, inputLook } from './field'
import { useProblem } from './form'

type Props = Omit<ComponentProps<'input'>, 'id' | 'type'> & {
  label: string
  hint?: string
  error?: string | undefined
  autoComplete: 'current-password' | 'new-password'
}

export function PasswordField({ label, hint, error, ...input }: Props) {
  const t = useTexts('common').password
  const problem = useProblem(input.name)
  const [isShown, setShown] = useState(false)
  return (
    <FieldFrame label={label} hint={hint} error={error ?? problem}>
      {(ids) => (
        <div className="relative">
          <input
            {...input}
            {...ids}
            type={isShown ? 'text' : 'password'}
            autoCapitalize="none"
            autoCorrect="off"
            spellCheck={false}
            className={`${inputLook} pe-20`}
          />
          <button
            type="button"
            onClick={() => setShown(!isShown)}
            className="absolute inset-y-0 end-1 my-auto h-11 min-w-16 rounded-control px-2 text-meta font-semibold text-accent hover:underline"
          >
            {isShown ? t.hide : t.show}
            <span className="sr-only"> {t.word}</span>
          </button>
        </div>
      )}
    </FieldFrame>
  )
}
