import { useQuery } from '@apollo/client/react'
import { Navigate } from 'react-router'
import { graphql } from '../../generated/gql'
import { ARRIVING, withQuery } from '../../steps/return-path'
import { useTexts } from '../../texts/use-texts'
import { ButtonLink } from '../../ui/button'
import { HelpFooter } from '../../ui/help-footer'
import { Icon } from '../../ui/icon'
import { PageHeading } from '../../ui/page-heading'
import { Wordmark } from '../../ui/wordmark'

const AM_I_SIGNED_IN = graphql(`
  query AmISignedIn {
    viewer {
      id
    }
    capabilities {
      demo
      devInbox
      signUp
      networkCreation
    }
  }
`)

export function LandingPage() {
  const texts = useTexts('entry')
  const t = texts.landing
  const { data, loading } = useQuery(AM_I_SIGNED_IN)
  if (data?.viewer) return <Navigate to="/networks" state={ARRIVING} replace />
  const isByInvitation = data?.capabilities.signUp === 'INVITATION'
  const mayCreate = data?.capabilities.networkCreation !== 'OPERATOR'
  return (
    <div className="mx-auto flex min-h-dvh max-w-[70rem] flex-col px-4">
      <header className="flex items-center justify-between gap-4 py-4">
        <Wordmark />
        <ButtonLink to="/sign-in">{t.signIn}</ButtonLink>
      </header>
      <main className="flex-1">
        <div className="grid items-center gap-10 py-10 md:grid-cols-[minmax(0,7fr)_minmax(0,5fr)] md:py-20">
          <div>
            <PageHeading isQuiet className="text-title sm:text-display">
              {t.title}
            </PageHeading>
            <p className="mt-4 max-w-xl text-section font-normal text-muted">{t.line}</p>
            {isByInvitation ? (
              <div className="mt-8 space-y-3">
                <ButtonLink kind="primary" to="/sign-in">
                  {t.signIn}
                </ButtonLink>
                <p className="text-muted">{t.invited}</p>
              </div>
            ) : (
              <div className="mt-8 flex flex-wrap gap-3">
                {mayCreate ? (
                  <ButtonLink kind="primary" to={withQuery('/sign-up', { next: '/networks/new' })}>
                    {t.create}
                  </ButtonLink>
                ) : (
                  <ButtonLink kind="primary" to="/sign-up">
                    {texts.signUp.button}
                  </ButtonLink>
                )}
                <ButtonLink to="/sign-in">{t.signIn}</ButtonLink>
              </div>
            )}
          </div>
          <TwoSteps />
        </div>
        {/* Together, so that nothing moves when the answer arrives. */}
        {loading ? null : (
          <>
            {data?.capabilities.devInbox ? <TryingOut hasDemo={data.capabilities.demo} /> : null}
            <h2 className="sr-only">{t.pointsTitle}</h2>
            <ul className="grid gap-x-10 gap-y-6 border-t border-hair py-10 md:grid-cols-3">
              {t.points.map((point) => (
                <li key={point.title}>
                  <h3 className="font-semibold">{point.title}</h3>
                  <p className="mt-1 text-muted">{point.text}</p>
                </li>
              ))}
            </ul>
          </>
        )}
      </main>
      {loading ? null : <HelpFooter />}
    </div>
  )
}

/** The network of a first run: the person who starts it sees here which accounts they can sign in with. */
const DEMO = [
  ['maria.lopez@acme.example', 'admin'],
  ['ben.okafor@acme.example', 'hasTime'],
  ['chloe.martin@acme.example', 'atDoor'],
  ['gina.guest@acme.example', 'guest'],
] as const

/** A server that is tried out: who is in its demo, and where its messages are. */
function TryingOut({ hasDemo }: { hasDemo: boolean }) {
  const t = useTexts('entry').landing.trying
  return (
    <section
      aria-labelledby="trying"
      className="mb-10 grid gap-x-10 gap-y-4 rounded-card border border-hair bg-surface p-4 sm:p-6 md:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]"
    >
      <div>
        <h2 id="trying" className="text-section">
          {t.title}
        </h2>
        {hasDemo ? (
          <>
            <p className="mt-1 text-muted">{t.line}</p>
            <dl className="mt-3 grid gap-x-6 gap-y-1 sm:grid-cols-[auto_1fr]">
              {DEMO.map(([email, who]) => (
                <div key={email} className="contents">
                  <dt className="wrap-anywhere font-mono text-meta leading-6">{email}</dt>
                  <dd className="text-meta leading-6 text-muted max-sm:mb-2">{t.who[who]}</dd>
                </div>
              ))}
            </dl>
          </>
        ) : null}
      </div>
      <div>
        <h3 className="font-semibold">{t.inboxTitle}</h3>
        <p className="mt-1 mb-3 text-muted">{t.inboxLine}</p>
        <ButtonLink to="/dev/inbox">{t.inbox}</ButtonLink>
      </div>
    </section>
  )
}

/** An illustration of the product: password, second step, signed in. */
function TwoSteps() {
  const t = useTexts('entry').landing
  return (
    <ol className="min-w-0 rounded-card border border-hair bg-surface p-6 sm:p-8">
      <li className="flex items-center gap-4">
        <StepNumber>1</StepNumber>
        <div className="min-w-0 flex-1">
          <p className="text-meta text-muted">{t.stepOne}</p>
          <p className="font-mono text-section tracking-[0.2em]" aria-hidden="true">
            ••••••••
          </p>
        </div>
        <Icon name="check" className="text-good" />
      </li>
      <li className="mt-6 flex items-center gap-4">
        <StepNumber>2</StepNumber>
        <div className="min-w-0 flex-1">
          <p className="text-meta text-muted">{t.stepTwo}</p>
          <p className="mt-1 grid max-w-64 grid-cols-6 gap-1.5 font-mono text-section" aria-hidden="true">
            {[...'492816'].map((digit) => (
              <span key={digit} className="grid h-11 place-items-center rounded-control border border-line">
                {digit}
              </span>
            ))}
          </p>
        </div>
        <Icon name="check" className="text-good" />
      </li>
      <li className="mt-6 flex items-center gap-3 rounded-control bg-good-soft p-4 font-semibold">
        <Icon name="arrow" className="text-good" />
        {t.inside}
      </li>
    </ol>
  )
}

function StepNumber({ children }: { children: string }) {
  return (
    <span
      className="grid size-9 shrink-0 place-items-center rounded-full bg-accent-soft font-semibold text-accent"
      aria-hidden="true"
    >
      {children}
    </span>
  )
}
