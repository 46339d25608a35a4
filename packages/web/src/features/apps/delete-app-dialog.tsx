import { useApolloClient } from '@apollo/client/react'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { FormDialog } from '../../steps/form-dialog'
import { useTexts } from '../../texts/use-texts'
import { toast } from '../../ui/toast'
import { APPS, type AppRow } from './apps-documents'

const DELETE_APP = graphql(`
  mutation DeleteApp($id: ID!) {
    deleteApp(id: $id)
  }
`)

export function DeleteAppDialog({ app, onClose }: { app: AppRow; onClose: () => void }) {
  const texts = useTexts('apps')
  const t = texts.delete
  const client = useApolloClient()
  const { run, isBusy, failure } = useAct(DELETE_APP)
  const remove = async () => {
    if (!(await run({ id: app.id }))) return
    toast(t.done({ name: app.name }))
    await client.refetchQueries({ include: [APPS] })
    onClose()
  }
  return (
    <FormDialog
      title={t.title({ name: app.name })}
      onClose={onClose}
      act={t.button}
      onAct={() => void remove()}
      kind="danger"
      isBusy={isBusy}
      failure={failure}
    >
      <p>{t.line}</p>
    </FormDialog>
  )
}
