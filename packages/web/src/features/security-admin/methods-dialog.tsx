import { useQuery } from '@apollo/client/react'
import { factorMethods } from '@twinlock/shared/vocabulary'
import { useState } from 'react'
import { failureOf } from '../../api/failure'
import { graphql } from '../../generated/gql'
import type { FactorMethod } from '../../generated/graphql'
import { FormDialog } from '../../steps/form-dialog'
import { GraceChoice } from '../../steps/grace-choice'
import { useOpenedNetwork } from '../../steps/opened-network'
import { useChange } from '../../steps/use-change'
import { useTexts } from '../../texts/use-texts'
import { ownTimeZone, useMoments } from '../../time/use-moments'
import { Callout } from '../../ui/callout'
import { Checkboxes } from '../../ui/checkbox'
import { UntilLine } from './until-line'

const PREVIEW = graphql(`
  query AllowedMethodsPreview($slug: String!, $methods: [FactorMethod!]!, $graceHours: Int!) {
    network(slug: $slug) {
      id
      security {
        id
        previewAllowedMethods(methods: $methods, graceHours: $graceHours) {
          affected
          deadline
          isNoticeNeeded
          isOwnMethodMissing
        }
      }
    }
  }
`)

const CHANGE = graphql(`
  mutation ChangeAllowedMethods($input: ChangeAllowedMethodsInput!) {
    changeAllowedMethods(input: $input) {
      ... on AllowedMethodsChanged {
        security {
          ...SecurityFields
        }
      }
      ...InvalidFields
    }
  }
`)

type Props = { current: readonly FactorMethod[]; onClose: () => void }

/** Removing a method has a preview, a deadline and an email, as the mandate does. */
export function MethodsDialog({ current, onClose }: Props) {
  const texts = useTexts('security')
  const t = texts.methods
  const methodNames = useTexts('common').methods
  const moments = useMoments()
  const network = useOpenedNetwork()
  const [methods, setMethods] = useState<FactorMethod[]>([...current])
  const [graceHours, setGraceHours] = useState(168)
  const [isNone, setNone] = useState(false)
  const { change, isBusy, failure, problem } = useChange(CHANGE, { onClose, done: 'AllowedMethodsChanged' })
  const { data, error } = useQuery(PREVIEW, {
    variables: { slug: network.slug, methods, graceHours },
    skip: methods.length === 0,
  })
  const preview = data?.network?.security.previewAllowedMethods
  const save = () => {
    setNone(methods.length === 0)
    if (methods.length === 0) return
    const input = { networkId: network.id, methods, graceHours, timeZone: ownTimeZone() }
    void change({ input }, texts.settings.saved)
  }
  return (
    <FormDialog
      title={t.title}
      onClose={onClose}
      submitLabel={texts.settings.save}
      onSubmit={save}
      isBusy={isBusy || (methods.length > 0 && !data)}
      failure={failure ?? failureOf(error)}
      problem={isNone ? t.none : problem}
    >
      <p>{t.line}</p>
      <div>
        <Checkboxes
          options={factorMethods.map((method) => ({ value: method, label: methodNames[method] }))}
          chosen={methods}
          onChange={setMethods}
        />
      </div>
      {preview?.isNoticeNeeded ? (
        <>
          <GraceChoice label={texts.planner.grace} hours={graceHours} onChange={setGraceHours} />
          <UntilLine until={preview.deadline} />
        </>
      ) : null}
      {preview ? (
        <p role="status">{t.affected({ count: preview.affected, moment: moments.full(preview.deadline) })}</p>
      ) : null}
      {preview?.isOwnMethodMissing ? <Callout tone="time">{t.ownMissing}</Callout> : null}
    </FormDialog>
  )
}
