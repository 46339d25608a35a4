import type { SecondStepMethod } from '@twinlock/shared/vocabulary'
import type { SecondStepRequired } from '../../steps/sign-in-step'
import { useTexts } from '../../texts/use-texts'
import { Button } from '../../ui/button'
import { Icon, type IconName } from '../../ui/icon'
import { PageHeading } from '../../ui/page-heading'
import { SetUpAnew } from './set-up-anew'

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
  const isHelped = step.reEnrolmentOffered || step.reEnrolmentFrom !== null || step.reEnrolmentAwaits.length > 0
  return (
    <>
      <PageHeading>{t.otherTitle}</PageHeading>
      <ul className="mt-6 space-y-3">
        {step.methods.map((method) => (
          <li key={method}>
            <Button isWide className="justify-start! text-start" onClick={() => onChoose(method)}>
              <Icon name={icons[method]} className="text-muted" />
              {t.ways[method]}
            </Button>
          </li>
        ))}
      </ul>
      <div className="mt-6">
        <SetUpAnew step={step} />
      </div>
      {isHelped ? null : <p className="text-meta text-muted">{t.noneLeft}</p>}
      <Button kind="quiet" className="mt-2" onClick={() => onChoose(current)}>
        {common.back}
      </Button>
    </>
  )
}
