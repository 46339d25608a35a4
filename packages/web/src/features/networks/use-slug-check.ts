import { useApolloClient } from '@apollo/client/react'
import { isSlug } from '@twinlock/shared/slug'
import { useEffect, useState } from 'react'
import { graphql } from '../../generated/gql'

const SLUG_AVAILABILITY = graphql(`
  query SlugAvailability($slug: String!) {
    slugAvailability(slug: $slug) {
      slug
      isAvailable
    }
  }
`)

const TYPING_PAUSE = 300

export type SlugCheck = 'none' | 'checking' | 'free' | 'taken' | 'unusable'

/** Looks whether an address can be had, a moment after the last key. Failure on the way shows nothing: creating decides. */
export function useSlugCheck(slug: string): SlugCheck {
  const client = useApolloClient()
  const [answer, setAnswer] = useState<{ slug: string; check: SlugCheck } | null>(null)
  useEffect(() => {
    if (slug === '') return
    let isCurrent = true
    const timer = setTimeout(async () => {
      const check = await client
        .query({ query: SLUG_AVAILABILITY, variables: { slug }, fetchPolicy: 'network-only' })
        .then(({ data }): SlugCheck => {
          const found = data?.slugAvailability
          if (!found) return 'none'
          if (found.isAvailable) return 'free'
          return isSlug(slug) ? 'taken' : 'unusable'
        })
        .catch((): SlugCheck => 'none')
      if (isCurrent) setAnswer({ slug, check })
    }, TYPING_PAUSE)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [client, slug])
  if (slug === '') return 'none'
  return answer?.slug === slug ? answer.check : 'checking'
}
