import { limits } from '@twinlock/shared/limits'
import { isVisible } from '@twinlock/shared/typed-text'
import { useState } from 'react'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { FormDialog } from '../../steps/form-dialog'
import { useOpenedNetwork } from '../../steps/opened-network'
import { useTexts } from '../../texts/use-texts'
import { useMoments } from '../../time/use-moments'
import { Button } from '../../ui/button'
import { Callout } from '../../ui/callout'
import { Dialog } from '../../ui/dialog'
import { Field } from '../../ui/field'
import type { ListedMember } from './security-documents'

const GRANT_RE_ENROLMENT = graphql(`
  mutation GrantReEnrolment($input: GrantReEnrolmentInput!) {
    grantReEnrolment(input: $input) {
      ... on ReEnrolmentGranted {
        usableFrom
        expiresAt
        othersHaveToAgree
      }
      ...TooManyTries
    }
  }
`)

type Granted = { usableFrom: string; expiresAt: string; othersHaveToAgree: boolean }

/** An Admin lets a member set up again: what that means, before it is done, and what the member does then. */
export function HelpBackInDialog({ member, onClose }: { member: ListedMember; onClose: () => void }) {
  const t = useTexts('security').helpBackIn
  const moments = useMoments()
  const network = useOpenedNetwork()
  const { run, ...mutation } = useAct(GRANT_RE_ENROLMENT)
  const [problem, setProblem] = useState<string>()
  const [refusal, setRefusal] = useState<string>()
  const [granted, setGranted] = useState<Granted | null>(null)
  const grant = async (reason: string) => {
    setRefusal(undefined)
    setProblem(isVisible(reason) ? undefined : t.reasonMissing)
    if (!isVisible(reason)) return
    const answer = await run({ input: { networkId: network.id, memberId: member.id, reason } })
    switch (answer?.__typename) {
      case 'ReEnrolmentGranted':
        return setGranted(answer)
      case 'MemberHasNoTwoFactor':
        return setRefusal(t.noTwoFactor({ name: member.name }))
      case 'MemberUsesCompanySignIn':
        return setRefusal(t.companySignIn({ name: member.name }))
      case 'TooManyAttempts':
        return setRefusal(t.tooMany({ moment: moments.soon(answer.retryAt) }))
      case 'InvalidInput':
        return setProblem(t.reasonMissing)
    }
  }
  if (granted) {
    const moment = moments.full(granted.expiresAt)
    return (
      <Dialog key="granted" title={t.doneTitle({ name: member.name })} onClose={onClose}>
        <div className="space-y-4">
          <p role="status">
            {isLater(granted) ? t.doneLater({ from: moments.full(granted.usableFrom), moment }) : t.done({ moment })}
          </p>
          {granted.othersHaveToAgree ? <Callout>{t.others({ name: member.name })}</Callout> : null}
          <p className="text-meta text-muted">{t.doneNext}</p>
          <div className="flex justify-end">
            <Button kind="primary" onClick={onClose}>
              {t.close}
            </Button>
          </div>
        </div>
      </Dialog>
    )
  }
  return (
    <FormDialog
      {...mutation}
      key="asking"
      title={t.title({ name: member.name })}
      onClose={onClose}
      submitLabel={t.button}
      onSubmit={({ reason = '' }) => void grant(reason)}
      refusal={problem}
    >
      <p>{t.line}</p>
      <ul className="list-disc space-y-1 ps-5">
        {t.facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      <Callout>{t.sure({ name: member.name })}</Callout>
      <Field name="reason" label={t.reason} hint={t.reasonHint} error={problem} maxLength={limits.adminReasonLength} />
      {refusal ? <Callout isUrgent>{refusal}</Callout> : null}
    </FormDialog>
  )
}

/** Half a minute's difference between two clocks is no wait. */
function isLater({ usableFrom }: Granted): boolean {
  return Date.parse(usableFrom) - Date.now() > 30_000
}
