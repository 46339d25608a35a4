import { FailureCallout } from '../../api/failure-callout'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import type { AccountFieldsFragment } from '../../generated/graphql'
import { useDeviceName } from '../../texts/use-device-name'
import { useTexts } from '../../texts/use-texts'
import { useMoments } from '../../time/use-moments'
import { Button } from '../../ui/button'
import { Row, Section } from '../../ui/column-page'
import { toast } from '../../ui/toast'

const FORGET_TRUSTED_DEVICE = graphql(`
  mutation ForgetTrustedDevice($id: ID!) {
    forgetTrustedDevice(id: $id) {
      ...AccountFields
    }
  }
`)

export function DevicesSection({ devices }: { devices: AccountFieldsFragment['trustedDevices'] }) {
  const t = useTexts('account').devices
  const moments = useMoments()
  const deviceName = useDeviceName()
  const { run, isBusy, failure } = useAct(FORGET_TRUSTED_DEVICE)
  const forget = async (id: string) => {
    if (await run({ id })) toast(t.forgotten)
  }
  return (
    <Section title={t.title} id="trusted-devices" intro={t.line}>
      {devices.map((device) => (
        <Row
          key={device.id}
          title={deviceName(device.device)}
          action={
            <Button
              isInert={isBusy}
              onClick={() => void forget(device.id)}
              aria-label={t.forgetLabel({ device: deviceName(device.device) })}
            >
              {t.forget}
            </Button>
          }
        >
          {t.until({ day: moments.day(device.expiresAt) })}
        </Row>
      ))}
      <FailureCallout failure={failure} />
    </Section>
  )
}
