import { useSyncExternalStore } from 'react'
import { Navigate } from 'react-router'
import { FailureCallout } from '../../api/failure-callout'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { useTexts } from '../../texts/use-texts'
import { Button, TextLink } from '../../ui/button'
import { CodeForm } from '../../ui/code-form'
import { Disclosure } from '../../ui/disclosure'
import { Skeleton } from '../../ui/skeleton'
import { AuthenticatorKey } from './authenticator-key'
import { StepHeading } from './step-heading'
import { useAuthenticatorSetup } from './use-authenticator-setup'
import { useConfirmed } from './use-confirmed'
import { SetUpStartFailure } from './use-set-up-start'
import { stepAfter, useWizard } from './wizard-state'

const CONFIRM_AUTHENTICATOR_SETUP = graphql(`
  mutation ConfirmAuthenticatorSetup($input: ConfirmSetupInput!) {
    confirmAuthenticatorSetup(input: $input) {
      ...ConfirmSetupFields
    }
  }
`)

export function AppStep() {
  const { base, search, confirmed } = useWizard()
  if (confirmed?.method === 'AUTHENTICATOR_APP')
    return <Navigate to={`${base}/${stepAfter(confirmed)}${search}`} replace />
  return <ScanAndType />
}

function ScanAndType() {
  const t = useTexts('setUp').app
  const common = useTexts('common')
  const { base, search, refetch } = useWizard()
  const isPhone = useIsPhone()
  const beginning = useAuthenticatorSetup()
  const { setup, begin, isBusy } = beginning
  const confirming = useAct(CONFIRM_AUTHENTICATOR_SETUP)
  const take = useConfirmed('AUTHENTICATOR_APP')
  const { run } = confirming
  const setupId = setup?.setupId
  const confirm = async (code: string) => {
    if (!setupId) return undefined
    const answer = await run({ input: { setupId, code } })
    // With no tries left it has ended: a user who comes back to this step begins a new one.
    if (answer?.__typename === 'InvalidCode' && answer.attemptsLeft === 0) void refetch()
    return take(answer, t.expired)
  }
  return (
    <>
      <StepHeading step="method" title={t.title}>
        {isPhone ? t.linePhone : t.line}
      </StepHeading>
      <div className="mt-6 space-y-6">
        {setup ? <AuthenticatorKey setup={setup} isPhone={isPhone} /> : isBusy ? <Skeleton /> : null}
        <SetUpStartFailure beginning={beginning} />
        {setup ? (
          <CodeForm key={setup.setupId} label={t.codeLabel} submitLabel={common.verify} onCode={confirm} />
        ) : null}
        <FailureCallout failure={confirming.failure} />
        {setup ? (
          <div>
            <Disclosure summary={t.noApp}>
              <p className="text-meta text-muted">{t.noAppText}</p>
            </Disclosure>
            <Disclosure summary={t.renewTitle}>
              <p className="text-meta text-muted">{t.oldKey}</p>
              <Button kind="quiet" isInert={isBusy} onClick={() => void begin()}>
                {t.renew}
              </Button>
            </Disclosure>
          </div>
        ) : null}
        <TextLink to={base + search}>{t.another}</TextLink>
      </div>
    </>
  )
}

const NARROW = '(max-width: 40rem)'

/** Whether the app that will make the codes is likely on this very device: then there is nothing to scan with. */
function useIsPhone(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const query = matchMedia(NARROW)
      query.addEventListener('change', listener)
      return () => query.removeEventListener('change', listener)
    },
    () => matchMedia(NARROW).matches && navigator.maxTouchPoints > 0,
  )
}
