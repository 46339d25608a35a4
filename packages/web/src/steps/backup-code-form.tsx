import { backupCodeOf } from '@twinlock/shared/code-input'
import { type ReactNode, useState } from 'react'
import { useTexts } from '../texts/use-texts'
import { Button } from '../ui/button'
import { Field } from '../ui/field'
import { Form } from '../ui/form'

type Props = {
  submitLabel: string
  /** @returns a message that says what is wrong with it. */
  onCode: (code: string) => Promise<ReactNode>
  takesFocus?: boolean
  children?: ReactNode
}

export function BackupCodeForm({ submitLabel, onCode, takesFocus = false, children }: Props) {
  const t = useTexts('common').backup
  const [problem, setProblem] = useState<{ text: ReactNode } | null>(null)
  const [isBusy, setBusy] = useState(false)
  const submit = async (typed: string) => {
    // A slip of the fingers must not cost one of the few tries.
    if (!backupCodeOf(typed)) return setProblem({ text: t.malformed })
    setBusy(true)
    const text = await onCode(typed)
    setBusy(false)
    setProblem(text ? { text } : null)
  }
  return (
    <Form
      onSubmit={({ backupCode = '' }) => {
        if (!isBusy) void submit(backupCode)
      }}
      refusal={problem}
      takesFocus={takesFocus}
    >
      <Field
        name="backupCode"
        label={t.label}
        hint={t.hint}
        error={problem?.text}
        autoCapitalize="characters"
        spellCheck={false}
        className="font-mono tracking-wider"
      />
      {children}
      <Button type="submit" kind="primary" isWide isInert={isBusy}>
        {submitLabel}
      </Button>
    </Form>
  )
}
