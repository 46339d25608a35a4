import { useAct } from '../../api/use-act'
import { FormDialog } from '../../steps/form-dialog'
import { useOpenedNetwork } from '../../steps/opened-network'
import { useTexts } from '../../texts/use-texts'
import { toast } from '../../ui/toast'
import { RELEASE_SSO_DOMAIN } from './sso-documents'

export function RemoveDomainDialog({ name, onClose }: { name: string; onClose: () => void }) {
  const texts = useTexts('ssoAdmin')
  const t = texts.domains
  const { id } = useOpenedNetwork()
  const { run, ...act } = useAct(RELEASE_SSO_DOMAIN)
  const remove = async () => {
    const answer = await run({ input: { networkId: id, domain: name } })
    if (answer?.__typename !== 'SsoChanged') return
    toast(texts.saved)
    onClose()
  }
  return (
    <FormDialog
      {...act}
      title={t.removeTitle({ domain: name })}
      onClose={onClose}
      act={t.remove({ domain: name })}
      onAct={() => void remove()}
      kind="danger"
    >
      <p>{t.removeLine}</p>
    </FormDialog>
  )
}
