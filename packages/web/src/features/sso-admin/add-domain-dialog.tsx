import { useState } from 'react'
import { useAct } from '../../api/use-act'
import { FormDialog } from '../../steps/form-dialog'
import { useOpenedNetwork } from '../../steps/opened-network'
import { useRefusals } from '../../steps/use-refusals'
import { useTexts } from '../../texts/use-texts'
import { Field } from '../../ui/field'
import { toast } from '../../ui/toast'
import { CLAIM_SSO_DOMAIN } from './sso-documents'

export function AddDomainDialog({ onClose }: { onClose: () => void }) {
  const texts = useTexts('ssoAdmin')
  const t = texts.domains
  const { id } = useOpenedNetwork()
  const { run, ...act } = useAct(CLAIM_SSO_DOMAIN)
  const { textOf } = useRefusals()
  const [problem, setProblem] = useState<string>()
  const add = async (domain: string) => {
    const answer = await run({ input: { networkId: id, domain } })
    const refusal = textOf(answer)
    if (refusal) return setProblem(refusal)
    if (answer?.__typename !== 'SsoChanged') return
    toast(t.waiting)
    onClose()
  }
  return (
    <FormDialog
      {...act}
      title={t.add}
      onClose={onClose}
      act={t.add}
      onAct={({ domain = '' }) => void add(domain)}
      refusal={problem}
    >
      <Field
        name="domain"
        label={t.field}
        hint={t.hint}
        error={problem}
        inputMode="url"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
    </FormDialog>
  )
}
