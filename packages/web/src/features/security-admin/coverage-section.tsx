import type { NetworkSecurityQuery } from '../../generated/graphql'
import { useOpenedNetwork } from '../../steps/opened-network'
import { useNumber, usePercent } from '../../texts/use-number'
import { useTexts } from '../../texts/use-texts'
import { useMoments } from '../../time/use-moments'
import { classNames } from '../../ui/class-names'
import { Donut } from '../../ui/donut'
import { LineChart } from '../../ui/line-chart'
import { ShareBars } from '../../ui/share-bars'
import type { SecurityFields } from './security-documents'
import type { ShownMembers } from './use-members'

type Props = {
  coverage: SecurityFields['coverage']
  history: NonNullable<NetworkSecurityQuery['network']>['security']['coverageHistory']
  deadline: string | null
  onShow: (shown: ShownMembers) => void
}

/** How many are protected and how: a ring whose legend is its text, bars by method, and the line over time. */
export function CoverageSection({ coverage, history, deadline, onShow }: Props) {
  const t = useTexts('security').coverage
  const { methods } = useTexts('common')
  const moments = useMoments()
  const { id } = useOpenedNetwork()
  const count = useNumber()
  const { total, withTwoFactor, sso, without } = coverage
  const covered = withTwoFactor + sso
  const share = usePercent()
  const percent = (part: number, of: number) => (of === 0 ? '–' : share(part / of))
  const parts = [
    { key: 'protected', label: t.protected, value: withTwoFactor, ink: 'text-good', shown: 'PROTECTED' as const },
    { key: 'sso', label: t.sso, value: sso, ink: 'text-chart-sso', shown: 'COMPANY_SIGN_IN' as const },
    { key: 'without', label: t.notYet, value: without, ink: 'text-chart-not-yet', shown: 'NOT_YET' as const },
  ]
  const bar = (key: string, label: string, value: number) => ({
    key,
    label,
    value,
    text: t.of({ part: count(value), total: count(total) }),
  })
  return (
    <section aria-labelledby="coverage-title">
      <h2 id="coverage-title" className="text-section">
        {t.title}
      </h2>
      <div className="mt-3 grid gap-x-10 gap-y-6 rounded-card border border-hair bg-surface p-4 sm:p-6 lg:grid-cols-[26rem_minmax(0,1fr)] xl:grid-cols-[24rem_minmax(0,1fr)_minmax(0,1.2fr)]">
        <div className="flex flex-wrap items-center gap-6 max-sm:justify-center">
          <Donut
            centre={percent(covered, total)}
            below={t.of({ part: count(covered), total: count(total) })}
            parts={parts.map(({ key, value, ink }) => ({ key, value, className: ink, isHatched: key === 'without' }))}
          />
          <ul className="min-w-48 flex-1">
            {parts.map(({ key, label, value, ink, shown }) => (
              <li key={key}>
                <button
                  type="button"
                  onClick={() => onShow(shown)}
                  aria-label={`${t.show({ name: label })}, ${t.of({ part: count(value), total: count(total) })}`}
                  className="flex min-h-11 w-full items-center gap-3 rounded-control px-2 hover:bg-wash"
                >
                  <span
                    aria-hidden="true"
                    className={classNames(
                      'size-3 shrink-0 rounded-full',
                      ink,
                      key === 'without' ? 'hatched' : 'bg-current',
                    )}
                  />
                  <span className="flex-1 text-start">{label}</span>
                  <span className="tabular-nums">{count(value)}</span>
                </button>
              </li>
            ))}
          </ul>
        </div>
        <ShareBars
          className={history.length > 1 ? '' : 'xl:col-span-2'}
          caption={t.methods}
          total={total}
          bars={[
            bar('app', methods.AUTHENTICATOR_APP, coverage.authenticatorApp),
            bar('sms', methods.SMS, coverage.sms),
            bar('passkey', methods.PASSKEY, coverage.passkey),
          ]}
        />
        {history.length > 1 ? (
          <div className="max-xl:lg:col-span-2">
            <LineChart
              title={t.history}
              points={history.map(({ at, total: all, without: left }) => ({
                at: new Date(at),
                share: all === 0 ? 0 : (all - left) / all,
              }))}
              mark={deadline ? { at: new Date(deadline), label: t.deadline } : null}
              dateOf={(at) => moments.full(at.toISOString())}
              shareOf={share}
              texts={{ when: t.when, share: t.share, asTable: t.asTable, asChart: t.asChart }}
            />
          </div>
        ) : null}
        {without === 0 && total > 0 ? (
          <p className="col-span-full">
            {t.everyone}{' '}
            <a className="link" href={`/networks/${id}/members.csv`} download>
              {t.download}
            </a>
          </p>
        ) : null}
      </div>
    </section>
  )
}
