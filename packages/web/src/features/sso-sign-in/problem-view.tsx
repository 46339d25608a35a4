import { useQuery } from '@apollo/client/react'
import type { Catalogs } from '@twinlock/shared/generated/catalogs'
import { withQuery } from '../../steps/return-path'
import { useTexts } from '../../texts/use-texts'
import { Button, ButtonLink } from '../../ui/button'
import { PageHeading } from '../../ui/page-heading'
import { COMPANY_SIGN_IN } from './company-sign-in-documents'
import { OwnerEntry } from './owner-entry'
import { PasswordInstead } from './password-instead'

export type Problem = keyof Catalogs['companySignIn']['problems']

/** No member can fix these: an owner can enter without the provider. */
const hasOwnerEntry = (problem: Problem) =>
  ['PROVIDER_DOWN', 'MISCONFIGURED', 'UNVERIFIABLE', 'CLIENT_REFUSED', 'UNTRUSTED', 'OFF', 'OWNER_CHOICE'].includes(
    problem,
  )

type Props = {
  problem: Problem
  slug: string
  next: string | null
  /** They are signed in, and only had to confirm that it is them: another sign-in is no help. */
  isConfirmation?: boolean
}

/** Why company sign-in did not lead in, what to do about it, and who can help. */
export function ProblemView({ problem, slug, next, isConfirmation = false }: Props) {
  const t = useTexts('companySignIn')
  const { data } = useQuery(COMPANY_SIGN_IN, { variables: { of: slug }, skip: slug === '' })
  const answer = data?.companySignIn
  const network = answer?.__typename === 'CompanySignIns' ? answer.networks[0] : undefined
  const text = t.problems[problem]
  const isSignedIn = isConfirmation || problem === 'OWNER_CHOICE'
  const tryAgain = (startUrl: string) =>
    window.location.assign(withQuery(startUrl, { next, confirm: isConfirmation ? 'yes' : null }))
  return (
    <>
      <PageHeading className="text-title">{text.title}</PageHeading>
      <p className="mt-2 mb-6">{text.line}</p>
      {problem === 'NO_PROOF' ? <OwnSecondStep next={next} /> : null}
      <div className="space-y-3">
        {network && problem !== 'GUEST' ? (
          <Button kind="primary" isWide onClick={() => tryAgain(network.startUrl)}>
            {problem === 'OWNER_CHOICE' ? t.goThere : t.tryAgain}
          </Button>
        ) : null}
        {problem === 'GUEST' ? (
          <ButtonLink kind="primary" isWide to={withQuery('/sign-in', { next })}>
            {t.signIn}
          </ButtonLink>
        ) : null}
        {network ? null : (
          <ButtonLink isWide to={withQuery('/sign-in/sso', { next })}>
            {t.other}
          </ButtonLink>
        )}
      </div>
      {hasOwnerEntry(problem) ? <OwnerEntry slug={slug} next={next} /> : null}
      {network ? (
        <p className="mt-6 text-meta text-muted">
          {network.helpContact ? t.help({ contact: network.helpContact }) : t.helpAdmin({ network: network.name })}
        </p>
      ) : null}
      {problem === 'GUEST' || problem === 'NO_PROOF' || isSignedIn ? null : <PasswordInstead next={next} />}
    </>
  )
}

/** The company sign-in proved no second step: it may do one the next time, or the person sets up their own. */
function OwnSecondStep({ next }: { next: string | null }) {
  const t = useTexts('companySignIn').proof
  return (
    <div className="mb-6 space-y-3">
      <p>{t.again}</p>
      <p>{t.own}</p>
      <ButtonLink isWide to={withQuery('/account/two-factor/set-up', { next })}>
        {t.ownButton}
      </ButtonLink>
      <div>
        <p className="text-meta text-muted">{t.password}</p>
        <ButtonLink kind="quiet" className="text-meta" to={withQuery('/forgot-password', { next })}>
          {t.passwordButton}
        </ButtonLink>
      </div>
    </div>
  )
}
