import { EmailCodeForm, type MailProgress } from '../../steps/email-code-form'
import { useFollowStep } from '../../steps/use-follow-step'
import { useTexts } from '../../texts/use-texts'
import { PageHeading } from '../../ui/page-heading'

type Props = {
  signInId: string | null
  intro: { title: string; line: string; sentTo: string } | undefined
  mail: MailProgress
}

/** A user who has only given a password proves their email first: a stolen password alone must not set up a phone. */
export function EmailStep({ signInId, intro, mail }: Props) {
  const t = useTexts('setUp').email
  const follow = useFollowStep()
  return (
    <>
      <PageHeading>{intro?.title ?? t.title}</PageHeading>
      <p className="mt-2 mb-6 text-muted">{intro?.line ?? t.line}</p>
      <EmailCodeForm
        signInId={signInId}
        sentTo={intro?.sentTo ?? null}
        mail={mail}
        onStep={async (step) => {
          // Proved: the same sign-in or session goes on, and the wizard is open.
          if (step.__typename !== 'SetUpRequired' && step.__typename !== 'SignedIn') return follow(step)
          await mail.refetch()
          return undefined
        }}
      />
    </>
  )
}
