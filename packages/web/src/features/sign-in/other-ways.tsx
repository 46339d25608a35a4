import type { SecondStepMethod } from '@twinlock/shared/vocabulary'
import { useId } from 'react'
import type { SecondStepRequired } from '../../steps/sign-in-step'
import { useTexts } from '../../texts/use-texts'
import { Button } from '../../ui/button'
import { Icon, type IconName } from '../../ui/icon'
import { PageHeading } from '../../ui/page-heading'
import { ReEnrolmentOffer } from './re-enrolment-offer'

const icons: Record<SecondStepMethod, IconName> = {
  AUTHENTICATOR_APP: 'app',
  SMS: 'message',
  BACKUP_CODE: 'copy',
  PASSKEY: 'key',
}

type Props = {
  step: SecondStepRequired
  current: SecondStepMethod
  onChoose: (method: SecondStepMethod) => void
}

export function OtherWays({ step, current, onChoose }: Props) {
  const t = useTexts('signIn').verify
  const common = useTexts('common')
  const id = useId()
  const isHelped = step.reEnrolmentOffered || step.reEnrolmentFrom !== null || step.reEnrolmentAwaits.length > 0
  return (
    <>
      <PageHeading>{t.otherTitle}</PageHeading>
      <ul className="mt-6 space-y-3">
        {step.methods.map((method) => (
          <li key={method}>
            <button
              type="button"
              aria-labelledby={`${id}-${method}`}
              aria-describedby={`${id}-${method}-line`}
              onClick={() => onChoose(method)}
              className="flex w-full items-center gap-4 rounded-control border border-line p-4 text-start hover:bg-wash"
            >
              <Icon name={icons[method]} className="size-6 text-muted" />
              <span className="min-w-0 flex-1">
                <span id={`${id}-${method}`} className="block font-semibold">
                  {t.ways[method]}
                </span>
                <span id={`${id}-${method}-line`} className="block text-meta text-muted">
                  {method === 'SMS' ? t.wayLines.SMS({ phone: step.maskedPhoneNumber ?? '' }) : t.wayLines[method]}
                </span>
              </span>
              <Icon name="chevron" className="-rotate-90 text-muted rtl:rotate-90" />
            </button>
          </li>
        ))}
      </ul>
      <div className="mt-6">
        <ReEnrolmentOffer step={step} />
      </div>
      {isHelped ? null : <p className="text-meta text-muted">{t.noneLeft}</p>}
      <Button kind="quiet" className="mt-2" onClick={() => onChoose(current)}>
        {common.back}
      </Button>
    </>
  )
}
