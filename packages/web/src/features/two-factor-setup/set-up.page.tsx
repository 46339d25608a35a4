import { useApolloClient } from '@apollo/client/react'
import { useLocation, useNavigate } from 'react-router'
import { returnPath } from '../../steps/return-path'
import { useTexts } from '../../texts/use-texts'
import { TextLink } from '../../ui/button'
import { CardPage } from '../../ui/card-page'
import { Wizard } from './wizard'

/** The wizard for a signed-in user. */
export function SetUpPage() {
  const t = useTexts('setUp')
  const client = useApolloClient()
  const navigate = useNavigate()
  const { search, pathname } = useLocation()
  const finish = async () => {
    await client.clearStore()
    navigate(returnPath(search, '/account'))
  }
  const mayLeave = !pathname.endsWith('/codes') && !pathname.endsWith('/done')
  return (
    <CardPage>
      <Wizard base="/account/two-factor/set-up" onFinish={() => void finish()} />
      {mayLeave ? (
        <p className="mt-5 border-t border-hair pt-2">
          <TextLink to="/account">{t.backToAccount}</TextLink>
        </p>
      ) : null}
    </CardPage>
  )
}
