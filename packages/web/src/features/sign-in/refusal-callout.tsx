import { useLocation } from 'react-router'
import { withQuery } from '../../steps/return-path'
import type { Refusal } from '../../steps/use-follow-step'
import { useTexts } from '../../texts/use-texts'
import { useMoments } from '../../time/use-moments'
import { Callout } from '../../ui/callout'

/** The password step's refusals other than a wrong password, which is shown at its field. */
export function RefusalCallout({ refusal }: { refusal: Refusal | undefined }) {
  const t = useTexts('signIn')
  const moments = useMoments()
  const { search } = useLocation()
  switch (refusal?.__typename) {
    case 'TooManyAttempts':
      return (
        <Callout tone="time" isUrgent>
          {t.tooMany({ moment: moments.soon(refusal.retryAt) })}
        </Callout>
      )
    case 'SsoRequired':
      return (
        <Callout isUrgent>
          <p>{t.sso({ network: refusal.network.name })}</p>
          <a
            href={withQuery(refusal.startUrl, { next: new URLSearchParams(search).get('next') })}
            className="link inline-flex min-h-11 items-center font-semibold"
          >
            {t.ssoButton}
          </a>
        </Callout>
      )
    default:
      return null
  }
}
