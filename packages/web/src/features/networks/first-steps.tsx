import { useQuery } from '@apollo/client/react'
import { type ReactNode, useState } from 'react'
import { graphql } from '../../generated/gql'
import type { OpenedNetwork } from '../../steps/opened-network'
import { setUpPath } from '../../steps/return-path'
import { useTexts } from '../../texts/use-texts'
import { Button, ButtonLink } from '../../ui/button'
import { Icon } from '../../ui/icon'

const FIRST_STEPS = graphql(`
  query FirstSteps($slug: String!) {
    viewer {
      id
      isCompanySignIn
      twoFactor {
        id
        isOn
      }
    }
    network(slug: $slug) {
      id
      peopleCount
      invitations(first: 1) {
        nodes {
          id
        }
      }
      security {
        id
        mandatory {
          deadline
        }
      }
    }
  }
`)

type Props = {
  network: OpenedNetwork
  /** What stands here for everyone else, and once the steps are done. */
  children: ReactNode
}

/** What a new owner does first: protect themselves, invite, require. It goes away when all of it is done, or hidden. */
export function FirstSteps({ network, children }: Props) {
  const t = useTexts('networks').firstSteps
  const isOwner = network.membership.role === 'OWNER'
  const [isHidden, hide] = useHidden(network.id)
  const { data, loading } = useQuery(FIRST_STEPS, {
    variables: { slug: network.slug },
    skip: !isOwner || isHidden,
  })
  const { viewer, network: found } = data ?? {}
  if (!isOwner || isHidden || viewer?.isCompanySignIn) return children
  if (!viewer || !found) return loading ? null : children
  const home = `/networks/${network.slug}`
  const steps = [
    {
      ...t.protect,
      isDone: viewer.twoFactor.isOn,
      to: setUpPath(home),
    },
    {
      ...t.invite,
      isDone: (found.peopleCount ?? 0) > 1 || found.invitations.nodes.length > 0,
      to: `${home}/people#invite`,
    },
    {
      ...t.require,
      ...(network.plan === 'FREE' ? { line: t.require.lineFree, button: t.require.buttonFree } : {}),
      isDone: Boolean(found.security.mandatory),
      to: `${home}/security`,
    },
  ]
  const next = steps.find(({ isDone }) => !isDone)
  if (!next) return children
  return (
    <section aria-labelledby="first-steps" className="mt-6 rounded-card border border-hair bg-surface p-4 sm:p-6">
      <div className="flex items-center justify-between gap-4">
        <h2 id="first-steps" className="text-section">
          {t.title}
        </h2>
        <Button kind="quiet" className="-my-2 shrink-0" onClick={hide}>
          {t.hide}
        </Button>
      </div>
      <ol className="mt-2 divide-y divide-hair">
        {steps.map((step, place) => (
          <li key={step.title} className="flex flex-wrap items-center gap-x-4 gap-y-3 py-4">
            <Mark isDone={step.isDone} place={place + 1} />
            <div className="min-w-0 flex-1 basis-56">
              <h3 className={step.isDone ? 'text-muted' : 'font-semibold'}>
                {step.title}
                {step.isDone ? <span className="sr-only"> ({t.done})</span> : null}
              </h3>
              {step.isDone ? null : <p className="text-muted">{step.line}</p>}
            </div>
            {step.isDone ? null : (
              <ButtonLink kind={step === next ? 'primary' : 'secondary'} className="max-sm:ms-13" to={step.to}>
                {step.button}
              </ButtonLink>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Mark({ isDone, place }: { isDone: boolean; place: number }) {
  return (
    <span
      aria-hidden="true"
      className={`grid size-9 shrink-0 place-items-center rounded-full font-semibold ${
        isDone ? 'bg-good-soft text-good' : 'bg-accent-soft text-accent'
      }`}
    >
      {isDone ? <Icon name="check" /> : place}
    </span>
  )
}

/** Remembered in this browser alone. */
function useHidden(networkId: string): [boolean, () => void] {
  const key = `twinlock.first-steps.${networkId}`
  const [isHidden, setHidden] = useState(() => {
    try {
      return localStorage.getItem(key) !== null
    } catch {
      return false
    }
  })
  const hide = () => {
    setHidden(true)
    try {
      localStorage.setItem(key, 'hidden')
    } catch {
      // Storage is barred in this browser: the steps are back after a reload.
    }
  }
  return [isHidden, hide]
}
