import { useApolloClient, useQuery } from '@apollo/client/react'
import { ownPathOf } from '@twinlock/shared/own-path'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { FailureCallout } from '../../api/failure-callout'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { useTexts } from '../../texts/use-texts'
import { Button } from '../../ui/button'
import { Callout } from '../../ui/callout'

const MY_ROLES = graphql(`
  query MyRoles {
    viewer {
      id
      memberships {
        id
        role
        network {
          id
          slug
        }
      }
    }
  }
`)

const ENTER_WITHOUT_SSO = graphql(`
  mutation EnterWithoutSso($networkId: ID!) {
    enterWithoutSso(networkId: $networkId) {
      __typename
    }
  }
`)

/** Shown to a signed-in owner of the network when its company sign-in does not work. */
export function OwnerEntry({ slug, next }: { slug: string; next: string | null }) {
  const t = useTexts('companySignIn').owner
  const client = useApolloClient()
  const navigate = useNavigate()
  const { data } = useQuery(MY_ROLES)
  const { run, isBusy, failure } = useAct(ENTER_WITHOUT_SSO)
  const [needsTwoFactor, setNeedsTwoFactor] = useState(false)
  const owned = data?.viewer?.memberships.find(({ role, network }) => role === 'OWNER' && network.slug === slug)
  if (!owned) return null
  const enter = async () => {
    const answer = await run({ networkId: owned.network.id })
    if (answer?.__typename === 'OwnTwoFactorRequired') return setNeedsTwoFactor(true)
    if (answer?.__typename !== 'OwnerEntered') return
    await client.clearStore()
    const place = ownPathOf(next, window.location.origin)
    navigate(place?.startsWith(`/networks/${slug}`) ? place : `/networks/${slug}`)
  }
  return (
    <div className="mt-6 space-y-3 border-t border-hair pt-4">
      <h2 className="font-semibold">{t.title}</h2>
      <p>{t.line}</p>
      <Callout tone="time" isUrgent>
        {needsTwoFactor ? t.twoFactor : null}
      </Callout>
      <FailureCallout failure={failure} />
      <Button isWide isInert={isBusy} onClick={() => void enter()}>
        {t.button}
      </Button>
    </div>
  )
}
