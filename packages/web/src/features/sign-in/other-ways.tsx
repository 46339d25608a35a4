import type { SecondStepMethod } from '@twinlock/shared/vocabulary'
import { useTexts } from '../../texts/use-texts'
import { Button } from '../../ui/button'
import { Icon, type IconName } from '../../ui/icon'
import { PageHeading } from '../../ui/page-heading'

const icons: Record<SecondStepMethod, IconName> = {
  AUTHENTICATOR_APP: 'app',
  SMS: 'message',
  BACKUP_CODE: 'copy',
  PASSKEY: 'person',
}

type Props = {
  methods: readonly SecondStepMethod[]
  current: SecondStepMethod
  onChoose: (method: SecondStepMethod) => void
}

export function OtherWays({ methods, current, onChoose }: Props) {
  const t = useTexts('signIn').verify
  const common = useTexts('common')
  // A passkey is not asked for here yet.
  const ways = methods.filter((method) => method !== 'PASSKEY')
  return (
    <>
      <PageHeading>{t.otherTitle}</PageHeading>
      <ul className="mt-6 space-y-3">
        {ways.map((method) => (
          <li key={method}>
            <Button isWide className="justify-start! text-start" onClick={() => onChoose(method)}>
              <Icon name={icons[method]} className="text-muted" />
              {t.ways[method]}
            </Button>
          </li>
        ))}
      </ul>
      <p className="mt-6 text-meta text-muted">{t.noneLeft}</p>
      <Button kind="quiet" className="mt-2" onClick={() => onChoose(current)}>
        {common.back}
      </Button>
    </>
  )
}
