import { useTexts } from '../../texts/use-texts'
import { useMoments } from '../../time/use-moments'
import { useServerNow } from '../../time/use-server-now'
import { Row } from '../../ui/column-page'
import { DialogButton } from '../../ui/dialog-button'
import { ProofDialog } from './proof-dialog'
import type { NetworkSsoFields, SsoConnectionFields } from './sso-documents'

type Props = { connection: SsoConnectionFields; counts: NetworkSsoFields['counts'] }

/** Whether the provider is trusted to do the second step, or must prove it. */
export function ProofRow({ connection, counts }: Props) {
  const texts = useTexts('ssoAdmin')
  const t = texts.proof
  const moments = useMoments()
  const { proofRequiredFrom, proofValues, earlierProofUntil } = connection
  const now = useServerNow(60_000, proofRequiredFrom !== null)
  const state = !proofRequiredFrom
    ? t.trusted
    : Date.parse(proofRequiredFrom) <= now
      ? t.asked
      : t.askedFrom({ moment: moments.plain(proofRequiredFrom) })
  return (
    <Row
      title={t.title}
      action={
        <DialogButton
          aria-label={`${texts.change}: ${t.title}`}
          dialog={(close) => <ProofDialog connection={connection} counts={counts} onClose={close} />}
        >
          {texts.change}
        </DialogButton>
      }
    >
      <span className="block" title={proofRequiredFrom ? moments.full(proofRequiredFrom) : undefined}>
        {state}
      </span>
      <span className="block wrap-anywhere">{t.values({ values: proofValues.join(', ') })}</span>
      {earlierProofUntil && Date.parse(earlierProofUntil) > now ? (
        <span className="block text-time" title={moments.full(earlierProofUntil)}>
          {t.earlier({ moment: moments.plain(earlierProofUntil) })}
        </span>
      ) : null}
      <span className="block">{t.counts({ proved: counts.proved, joined: counts.joined })}</span>
    </Row>
  )
}
