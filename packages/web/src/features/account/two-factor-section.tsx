import { limits } from '@twinlock/shared/limits'
import { graphql } from '../../generated/gql'
import { LossDialog } from '../../steps/loss-dialog'
import { hasPasskeys } from '../../steps/passkey-prompt'
import { useChange } from '../../steps/use-change'
import { useTexts } from '../../texts/use-texts'
import { ButtonLink } from '../../ui/button'
import { Row, Section } from '../../ui/column-page'
import { DialogButton } from '../../ui/dialog-button'
import { Icon } from '../../ui/icon'
import type { TwoFactor } from './account-documents'
import { FactorRow, useRemoval, useRemovalProblem } from './factor-row'

const SET_UP = '/account/two-factor/set-up'
const places = {
  AUTHENTICATOR_APP: `${SET_UP}/app`,
  SMS: `${SET_UP}/sms`,
  PASSKEY: `${SET_UP}/passkey`,
} as const
const single = ['AUTHENTICATOR_APP', 'SMS'] as const

export function TwoFactorSection({ twoFactor }: { twoFactor: TwoFactor }) {
  const t = useTexts('account').twoFactor
  if (!twoFactor.isOn) {
    return (
      <Section title={t.title} id="two-factor">
        <Row
          title={t.offTitle}
          isLong
          action={
            <ButtonLink kind="primary" to={SET_UP}>
              {t.setUp}
            </ButtonLink>
          }
        >
          {t.off}
        </Row>
      </Section>
    )
  }
  const countOf = (wanted: keyof typeof places) => twoFactor.factors.filter(({ method }) => method === wanted).length
  const missing = [
    ...single.filter((method) => countOf(method) === 0),
    ...(hasPasskeys() && countOf('PASSKEY') < limits.passkeys.perAccount ? (['PASSKEY'] as const) : []),
  ]
  return (
    <Section
      title={t.title}
      id="two-factor"
      intro={
        <p className="flex items-start gap-2">
          <Icon name="check" className="mt-0.5 text-good" />
          <span>
            <strong className="font-semibold text-good">{t.on}.</strong>{' '}
            {countOf('PASSKEY') > 0 ? t.onLinePasskey : t.onLine}
          </span>
        </p>
      }
    >
      {twoFactor.factors.map((factor) => (
        <FactorRow
          key={factor.id}
          factor={factor}
          preferred={twoFactor.preferredMethod}
          isOnly={twoFactor.factors.length === 1}
          replacePlace={factor.method === 'PASSKEY' ? null : places[factor.method]}
        />
      ))}
      {missing.map((method) => (
        <Row
          key={method}
          title={t.add[method]}
          action={
            <ButtonLink to={places[method]} aria-label={t.add[method]}>
              {t.addButton}
            </ButtonLink>
          }
        >
          {t.addHint}
        </Row>
      ))}
      <TurnOffRow mandatoryIn={twoFactor.mandatoryIn} />
    </Section>
  )
}

const TURN_OFF_TWO_FACTOR = graphql(`
  mutation TurnOffTwoFactor {
    turnOffTwoFactor {
      ... on FactorRemoved {
        viewer {
          id
          twoFactor {
            ...TwoFactorFields
          }
        }
      }
      ... on TwoFactorMandatory {
        networks {
          id
          name
        }
      }
    }
  }
`)

function TurnOffRow({ mandatoryIn }: { mandatoryIn: readonly { name: string }[] }) {
  const t = useTexts('account').twoFactor
  const problem = useRemovalProblem()({ networks: mandatoryIn })
  if (problem) return <Row title={t.turnOff}>{problem}</Row>
  return (
    <Row
      title={t.turnOff}
      action={
        <DialogButton kind="danger" aria-label={t.turnOff} dialog={(close) => <TurnOffDialog onClose={close} />}>
          {t.turnOffButton}
        </DialogButton>
      }
    />
  )
}

function TurnOffDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts('account').twoFactor
  const { change, ...dialog } = useChange(TURN_OFF_TWO_FACTOR, useRemoval(onClose))
  return (
    <LossDialog
      {...dialog}
      title={t.turnOffTitle}
      consequence={t.turnOffConsequence}
      submitLabel={t.turnOffButton}
      cancelLabel={t.keep}
      onSubmit={() => change({}, t.turnedOff)}
    />
  )
}
