import { useQuery } from '@apollo/client/react'
import { isAdminRole } from '@twinlock/shared/vocabulary'
import { Link } from 'react-router'
import { graphql } from '../../generated/gql'
import type { OpenedNetwork } from '../../steps/opened-network'
import { useTexts } from '../../texts/use-texts'
import { classNames } from '../../ui/class-names'

const YOUR_APPS = graphql(`
  query YourApps {
    viewer {
      id
      apps {
        id
        name
        logo
        url
        networkId
      }
    }
  }
`)

/** What this person opens with this sign-in; Admins without any are shown the way to the first. */
export function YourApps({ network }: { network: OpenedNetwork }) {
  const t = useTexts('networks').apps
  const { data } = useQuery(YOUR_APPS)
  const apps = (data?.viewer?.apps ?? []).filter(({ networkId }) => networkId === network.id)
  const isAdmin = isAdminRole(network.membership.role)
  if (!data || (apps.length === 0 && !isAdmin)) return null
  return (
    <section aria-labelledby="apps" className="mt-10">
      <h2 id="apps" className="text-section">
        {t.title}
      </h2>
      {apps.length === 0 ? (
        <p className="mt-1 text-muted">
          {t.none}{' '}
          <Link to={`/networks/${network.slug}/apps`} className="link">
            {t.add}
          </Link>
        </p>
      ) : (
        <ul
          className={classNames(
            'mt-4 grid gap-px overflow-hidden rounded-card border border-hair bg-surface',
            apps.length > 1 && 'sm:grid-cols-2',
          )}
        >
          {apps.map(({ id, name, logo, url }) => (
            <li key={id}>
              <a href={url ?? '#apps'} className="flex min-h-13 items-center gap-3 px-4 py-2 hover:bg-wash sm:px-6">
                {logo ? <img src={logo} alt="" className="size-6 rounded-[4px]" /> : null}
                <span className="min-w-0 flex-1 truncate font-semibold">{name}</span>
                <span className="truncate text-meta text-muted">{url ? URL.parse(url)?.host : null}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
