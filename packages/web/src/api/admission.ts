import { useQuery } from '@apollo/client/react'
import { graphql } from '../generated/gql'

const ADMISSION = graphql(`
  query Admission {
    capabilities {
      signUp
      signUpDomains
      networkCreation
    }
  }
`)

/**
 * Who may make an account or a network here. Until the answer arrives everyone may: it only saves people a form that
 * the server would refuse.
 */
export function useAdmission() {
  const { data } = useQuery(ADMISSION)
  const { signUp = 'OPEN', signUpDomains = [], networkCreation = 'OPEN' } = data?.capabilities ?? {}
  return { signUp, signUpDomains, mayCreateNetworks: networkCreation === 'OPEN' }
}
