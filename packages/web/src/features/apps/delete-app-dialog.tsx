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
  const { run, ...act } = useAct(DELETE_APP, { refetch: [APPS] })
  const remove = async () => {
    if (!(await run({ id: app.id }))) return
    toast(t.done({ name: app.name }))
    onClose()
  }
  return (
    <FormDialog
      {...act}
      title={t.title({ name: app.name })}
      onClose={onClose}
      act={t.button}
      onAct={() => void remove()}
      kind="danger"
    >
      <p>{t.line}</p>
    </FormDialog>
  )
}
