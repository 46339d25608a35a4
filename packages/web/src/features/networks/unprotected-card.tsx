import { useQuery } from '@apollo/client/react'
import { isAdminRole } from '@twinlock/shared/vocabulary'
import { graphql } from '../../generated/gql'
import type { OpenedNetwork } from '../../steps/opened-network'
import { useTexts } from '../../texts/use-texts'
import { useServerNow } from '../../time/server-clock'
import { useMoments } from '../../time/use-moments'
import { ButtonLink } from '../../ui/button'
import { Icon } from '../../ui/icon'

const UNPROTECTED_MEMBERS = graphql(`
  query UnprotectedMembers($slug: String!) {
    network(slug: $slug) {
      id
      security {
        id
        mandatory {
          deadline
        }
        coverage {
          without
        }
      }
    }
  }
`)

/** Tells Admins how many members still have to act, and until when. It comes after the rest of the page, if at all. */
export function UnprotectedCard({ network }: { network: OpenedNetwork }) {
  const t = useTexts('networks').home.unprotected
  const moments = useMoments()
  const now = useServerNow(30_000)
  const { data } = useQuery(UNPROTECTED_MEMBERS, {
    variables: { slug: network.slug },
    skip: !isAdminRole(network.membership.role),
  })
  const { mandatory, coverage } = data?.network?.security ?? {}
  if (!mandatory || !coverage?.without) return null
  const moment = moments.plain(mandatory.deadline)
  return (
    <section
      aria-labelledby="unprotected"
      className="mt-4 flex flex-wrap items-center gap-x-6 gap-y-3 rounded-card border border-hair bg-surface p-4 sm:px-6"
    >
      <div className="min-w-[min(16rem,100%)] flex-1">
        <h2 id="unprotected" className="flex items-start gap-2 font-semibold">
          <Icon name="clock" className="mt-0.5 text-time" />
          {t.title({ count: coverage.without })}
        </h2>
        <p className="mt-1 text-muted" title={moments.full(mandatory.deadline)}>
          {now < Date.parse(mandatory.deadline) ? t.until({ moment }) : t.over({ moment })}
        </p>
      </div>
      <ButtonLink to={`/networks/${network.slug}/security?shown=NOT_YET#members-title`}>{t.button}</ButtonLink>
    </section>
  )
}
