import type { OperationVariables, TypedDocumentNode } from '@apollo/client'
import { useQuery } from '@apollo/client/react'
import { type ComponentProps, useState } from 'react'
import { failureOf } from '../../api/failure'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import type { NoticeFragment } from '../../generated/graphql'
import { FormDialog } from '../../steps/form-dialog'
import { useOpenedNetwork } from '../../steps/opened-network'
import { useRefusals } from '../../steps/use-refusals'
import { useTexts } from '../../texts/use-texts'
import { ownTimeZone } from '../../time/own-time-zone'
import { useMoments } from '../../time/use-moments'
import { toast } from '../../ui/toast'
import { GraceChoice } from './grace-choice'

graphql(`
  fragment Notice on SettingPreview {
    isNoticeNeeded
    mailed
    deadline
  }
`)

type SetSetting<Variables> = TypedDocumentNode<
  Record<string, { __typename: string; fields?: readonly { field: string }[] }>,
  Variables
>

/** Changes one setting of the network, and says so; a refusal is for the dialog to show. */
export function useSetting<Variables extends OperationVariables>(mutation: SetSetting<Variables>, onClose: () => void) {
  const t = useTexts('security').settings
  const { id: networkId } = useOpenedNetwork()
  const { textOf } = useRefusals()
  const { run, ...state } = useAct(mutation as SetSetting<OperationVariables>)
  const [problem, setProblem] = useState<string>()
  const set = async (values: Omit<Variables, 'networkId'>) => {
    const answer = await run({ ...values, networkId })
    setProblem(textOf(answer))
    return answer?.__typename === 'SecuritySettingChanged'
  }
  /** @param before how to undo it, where that is possible */
  const save = async (values: Omit<Variables, 'networkId'>, before: Omit<Variables, 'networkId'> | null) => {
    if (!(await set(values))) return
    toast(t.saved, before && (() => set(before)))
    onClose()
  }
  return { ...state, problem, save }
}

type Preview = { network: { security: { preview: NoticeFragment } } | null }
type Terms = { graceHours: number }
type Props<Variables> = Pick<ComponentProps<typeof FormDialog>, 'title' | 'onClose' | 'act' | 'children'> & {
  /** What follows from what is chosen; until that is known nobody confirms what they have not been shown. */
  preview: TypedDocumentNode<Preview, NoInfer<Variables> & Terms & { slug: string }>
  set: SetSetting<NoInfer<Variables> & Terms & { networkId: string; timeZone: string }>
  chosen: Variables
}

/** A setting that members are notified of before it becomes stricter: for how long, and how many they are. */
export function NoticedSettingDialog<Variables extends object>(props: Props<Variables>) {
  const { preview, set, chosen, children, ...dialog } = props
  const t = useTexts('security').settings
  const moments = useMoments()
  const { slug } = useOpenedNetwork()
  const [graceHours, setGraceHours] = useState(168)
  const variables: OperationVariables = { slug, ...chosen, graceHours }
  const { data, error } = useQuery(
    preview as TypedDocumentNode<{ network: { security: { preview: NoticeFragment } } | null }>,
    { variables },
  )
  const { save, isBusy, failure, problem } = useSetting(set as SetSetting<OperationVariables>, dialog.onClose)
  const notice = data?.network?.security.preview
  return (
    <FormDialog
      {...dialog}
      onAct={() => void save({ ...chosen, graceHours, timeZone: ownTimeZone() }, null)}
      isBusy={isBusy || !data}
      failure={failure ?? failureOf(error)}
      problem={problem}
    >
      {children}
      {notice?.isNoticeNeeded ? (
        <>
          <GraceChoice label={t.noticeField} hours={graceHours} onChange={setGraceHours} />
          <p role="status">{t.notice({ count: notice.mailed, moment: moments.full(notice.deadline) })}</p>
        </>
      ) : null}
    </FormDialog>
  )
}
