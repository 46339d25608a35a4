import type { ReactNode } from 'react'
import { useLocation } from 'react-router'
import type { OpenedNetwork } from '../../steps/opened-network'
import { setUpPath } from '../../steps/return-path'
import { useTexts } from '../../texts/use-texts'
import { ButtonLink } from '../../ui/button'
import { Countdown } from '../../ui/countdown'
import { StandingStatus } from './standing-status'

type Props = {
  membership: OpenedNetwork['membership']
  /** The account has a second step. */
  isOn: boolean
  /** An identity provider alone vouches for this session, which knows nothing of the account's own second step. */
  isCompanySignIn: boolean
}

/** How one stands in this network, and what is to be done about it. */
export function OwnStatus({ membership, isOn, isCompanySignIn }: Props) {
  const t = useTexts('networks').home
  const { pathname } = useLocation()
  const { standing, deadline } = membership
  const mayAct = standing === 'GRACE' || (standing === 'NOT_REQUIRED' && !isOn && !isCompanySignIn)
  return (
    <section
      aria-labelledby="own-status"
      className="mt-6 flex flex-wrap items-center gap-x-6 gap-y-3 rounded-card border border-hair bg-surface p-4 sm:px-6"
    >
      <div className="min-w-[min(16rem,100%)] flex-1">
        <h2 id="own-status" className="font-semibold">
          {t.protectionTitle}
        </h2>
        <StandingStatus standing={standing} deadline={deadline} />
        {standing === 'NOT_REQUIRED' && isCompanySignIn ? null : (
          <div className="mt-1 text-muted">
            <StatusLine standing={standing} deadline={deadline} isOn={isOn} />
          </div>
        )}
      </div>
      {mayAct ? (
        <ButtonLink kind={standing === 'GRACE' ? 'primary' : 'secondary'} to={setUpPath(pathname)}>
          {t.setUp}
        </ButtonLink>
      ) : null}
    </section>
  )
}

function StatusLine({
  standing,
  deadline,
  isOn,
}: Pick<Props['membership'], 'standing' | 'deadline'> & Pick<Props, 'isOn'>): ReactNode {
  const t = useTexts('networks').home
  switch (standing) {
    case 'SATISFIED':
      return t.protected
    case 'EXEMPT_SSO':
      return t.companySignIn
    case 'NOT_REQUIRED':
      return isOn ? t.notRequiredOn : t.notRequired
    case 'GRACE':
    case 'OVERDUE':
      return deadline ? (
        <>
          {t.left} <Countdown until={deadline} />. {t.late}
        </>
      ) : (
        t.late
      )
  }
}
