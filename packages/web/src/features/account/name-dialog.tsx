import { limits } from '@twinlock/shared/limits'
import { isVisible } from '@twinlock/shared/typed-text'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { FormDialog } from '../../steps/form-dialog'
import { useFieldProblems } from '../../steps/use-field-problems'
import { useTexts } from '../../texts/use-texts'
import { Field } from '../../ui/field'
import { toast } from '../../ui/toast'

const CHANGE_NAME = graphql(`
  mutation ChangeName($input: ChangeNameInput!) {
    changeName(input: $input) {
      ... on NameChanged {
        viewer {
          id
          name
        }
      }
      ...InvalidFields
    }
  }
`)

export function NameDialog({ name, onClose }: { name: string; onClose: () => void }) {
  const t = useTexts('account').profile
  const common = useTexts('common')
  const { run, ...act } = useAct(CHANGE_NAME)
  const { problems, refuse } = useFieldProblems()
  const change = async (next: string) => {
    if (refuse(isVisible(next) ? {} : { name: t.nameMissing })) return
    const answer = await run({ input: { name: next } })
    if (answer?.__typename === 'InvalidInput') refuse(answer.fields)
    if (answer?.__typename !== 'NameChanged') return
    toast(t.nameSaved, async () => (await run({ input: { name } }))?.__typename === 'NameChanged')
    onClose()
  }
  return (
    <FormDialog
      {...act}
      title={t.changeName}
      onClose={onClose}
      act={common.save}
      onAct={(values) => void change(values.name ?? '')}
      refusal={problems}
    >
      <Field
        name="name"
        label={t.name}
        autoComplete="name"
        defaultValue={name}
        maxLength={limits.name.maxLength}
        error={problems?.name}
      />
    </FormDialog>
  )
}
