import { TroubleCallout } from '../../api/trouble-callout'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { useOpenedNetwork } from '../../steps/opened-network'
import { useTexts } from '../../texts/use-texts'
import { Button } from '../../ui/button'
import { Row } from '../../ui/column-page'
import { toast } from '../../ui/toast'

const SET_PASSKEY_SIGN_IN = graphql(`
  mutation SetPasskeySignIn($networkId: ID!, $isAllowed: Boolean!) {
    setPasskeySignIn(networkId: $networkId, isAllowed: $isAllowed) {
      ... on SecuritySettingChanged {
        security {
          ...SecurityFields
        }
      }
    }
  }
`)

/** Whether a passkey alone opens the network. */
export function PasskeySignInRow({ isAllowed }: { isAllowed: boolean }) {
  const t = useTexts('security').settings
  const network = useOpenedNetwork()
  const { run, isBusy, trouble } = useAct(SET_PASSKEY_SIGN_IN)
  const set = async (to: boolean) =>
    (await run({ networkId: network.id, isAllowed: to }))?.setPasskeySignIn.__typename === 'SecuritySettingChanged'
  const change = async () => {
    if (await set(!isAllowed)) toast(t.saved, () => set(isAllowed))
  }
  return (
    <Row
      title={t.passkeys}
      action={
        <Button isInert={isBusy} onClick={() => void change()}>
          {isAllowed ? t.passkeysRefuse : t.passkeysAllow}
        </Button>
      }
    >
      {isAllowed ? t.passkeysOn : t.passkeysOff}
      <TroubleCallout trouble={trouble} />
    </Row>
  )
}
