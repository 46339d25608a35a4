import { graphql } from '../../generated/gql'
import type { CompanySignInQuery } from '../../generated/graphql'

export const COMPANY_SIGN_IN = graphql(`
  query CompanySignIn($of: String!) {
    companySignIn(of: $of) {
      ... on CompanySignIns {
        networks {
          slug
          name
          startUrl
          helpContact
        }
      }
      ...TooManyTries
    }
  }
`)

export type FoundNetwork = Extract<
  CompanySignInQuery['companySignIn'],
  { __typename: 'CompanySignIns' }
>['networks'][number]
