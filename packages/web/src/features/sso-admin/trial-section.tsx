import { useSearchParams } from 'react-router'
import { useTexts } from '../../texts/use-texts'
import { useMoments } from '../../time/use-moments'
import { Callout } from '../../ui/callout'
import { Disclosure } from '../../ui/disclosure'
import { Table } from '../../ui/table'
import type { NetworkSsoFields } from './sso-documents'

/** The result of the Admin's own test; shown for a limited time, and to nobody else. */
export function TrialSection({ trial }: { trial: NetworkSsoFields['trial'] }) {
  const texts = useTexts('ssoAdmin')
  const t = texts.test
  const moments = useMoments()
  const [query] = useSearchParams()
  const problem = query.get('problem')
  // It did not get as far as the provider.
  if (!trial && problem && problem in texts.troubles) {
    return (
      <div id="test" className="mt-6">
        <Callout tone="danger" title={t.problem} isUrgent>
          <p>{texts.troubles[problem as keyof typeof texts.troubles]}</p>
        </Callout>
      </div>
    )
  }
  if (!trial) return null
  const { result, trouble, claims, detail } = trial
  return (
    <div id="test" className="mt-6">
      <Callout tone={claims ? (trouble ? 'time' : 'good') : 'danger'} title={claims ? t.title : t.problem}>
        {result ? <p>{t.results[result]}</p> : null}
        {trouble ? <p>{texts.troubles[trouble]}</p> : null}
        {detail ? (
          <p className="text-meta wrap-anywhere">
            {texts.setUp.forProvider} <span lang="en">{detail}</span>
          </p>
        ) : null}
        <p className="text-meta text-muted" title={moments.full(trial.at)}>
          {t.at({ moment: moments.plain(trial.at) })} {t.line}
        </p>
        {claims ? (
          <Disclosure summary={t.claim}>
            <Table
              caption={t.title}
              rows={claims}
              keyOf={({ name }) => name}
              columns={[
                { key: 'name', title: t.claim, cell: ({ name }) => <code>{name}</code> },
                { key: 'value', title: t.value, cell: ({ value }) => <code className="wrap-anywhere">{value}</code> },
              ]}
            />
          </Disclosure>
        ) : null}
      </Callout>
    </div>
  )
}
