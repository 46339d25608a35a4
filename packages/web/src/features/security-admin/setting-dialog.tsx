import type { OperationVariables, TypedDocumentNode } from '@apollo/client'
import { useQuery } from '@apollo/client/react'
import { type ComponentProps, useState } from 'react'
import { failureOf } from '../../api/failure'
import { graphql } from '../../generated/gql'
import type { NoticeFragment } from '../../generated/graphql'
import { FormDialog } from '../../steps/form-dialog'
import { GraceChoice } from '../../steps/grace-choice'
import { useOpenedNetwork } from '../../steps/opened-network'
import { useChange } from '../../steps/use-change'
import { useTexts } from '../../texts/use-texts'
import { ownTimeZone, useMoments } from '../../time/use-moments'

graphql(`
  fragment Notice on SettingPreview {
    isNoticeNeeded
    mailed
    deadline
  }
`)

type SetSetting<Variables> = TypedDocumentNode<
  Record<string, { __typename: 'SecuritySettingChanged' | 'InvalidInput' }>,
  Variables
>

/** Changes one setting of the network. */
export function useSetting<Variables extends OperationVariables>(mutation: SetSetting<Variables>, onClose: () => void) {
  const t = useTexts('security').settings
  const { id: networkId } = useOpenedNetwork()
  const options = { onClose, done: 'SecuritySettingChanged' } as const
  const { change, ...dialog } = useChange(mutation as SetSetting<OperationVariables>, options)
  type Values = Omit<Variables, 'networkId'>
  /** @param before how to undo it, where that is possible */
  const save = (values: Values, before: Values | null) =>
    change({ ...values, networkId }, t.saved, before && { ...before, networkId })
  return { ...dialog, save }
}

type Preview = { network: { security: { preview: NoticeFragment } } | null }
type Terms = { graceHours: number }
type Props<Variables> = Pick<ComponentProps<typeof FormDialog>, 'title' | 'onClose' | 'submitLabel' | 'children'> & {
  /** What follows from what is chosen; until that is known nobody confirms what they have not been shown. */
  preview: TypedDocumentNode<Preview, NoInfer<Variables> & Terms & { slug: string }>
  set: SetSetting<NoInfer<Variables> & Terms & { networkId: string; timeZone: string }>
  chosen: Variables
}

/** A setting that members are notified of before it becomes stricter: for how long, and how many they are. */
export function NoticedSettingDialog<Variables extends object>(props: Props<Variables>) {
  const { preview, set, chosen, children, onClose, ...dialog } = props
  const t = useTexts('security').settings
  const moments = useMoments()
  const { slug } = useOpenedNetwork()
  const [graceHours, setGraceHours] = useState(168)
  const variables: OperationVariables = { slug, ...chosen, graceHours }
  const { data, error } = useQuery(preview as TypedDocumentNode<Preview>, { variables })
  const { save, isBusy, failure, ...state } = useSetting(set as SetSetting<OperationVariables>, onClose)
  const notice = data?.network?.security.preview
  return (
    <FormDialog
      {...dialog}
      {...state}
      onSubmit={() => save({ ...chosen, graceHours, timeZone: ownTimeZone() }, null)}
      isBusy={isBusy || !data}
      failure={failure ?? failureOf(error)}
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
