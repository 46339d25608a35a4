import { useAct } from '../../api/use-act'
import { DialogFoot } from '../../steps/dialog-foot'
import { useOpenedNetwork } from '../../steps/opened-network'
import { useTexts } from '../../texts/use-texts'
import { Dialog } from '../../ui/dialog'
import { Form } from '../../ui/form'
import { toast } from '../../ui/toast'
import { RELEASE_SSO_DOMAIN } from './sso-documents'

export function RemoveDomainDialog({ name, onClose }: { name: string; onClose: () => void }) {
  const texts = useTexts('ssoAdmin')
  const t = texts.domains
  const { id } = useOpenedNetwork()
  const { run, isBusy, trouble } = useAct(RELEASE_SSO_DOMAIN)
  const remove = async () => {
    const answer = (await run({ input: { networkId: id, domain: name } }))?.releaseSsoDomain
    if (answer?.__typename !== 'SsoChanged') return
    toast(texts.saved)
    onClose()
  }
  return (
    <Dialog title={t.removeTitle({ domain: name })} onClose={onClose}>
      <Form onSubmit={() => void remove()} refusal={null}>
        <p>{t.removeLine}</p>
        <DialogFoot
          cancel={texts.cancel}
          onCancel={onClose}
          act={t.removeButton}
          kind="danger"
          isBusy={isBusy}
          trouble={trouble}
        />
      </Form>
    </Dialog>
  )
}
