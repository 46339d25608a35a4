import { limits } from '@twinlock/shared/limits'
import { graphql } from '../../generated/gql'
import type { MandatePreviewQuery } from '../../generated/graphql'
import { FormDialog } from '../../steps/form-dialog'
import { useOpenedNetwork } from '../../steps/opened-network'
import { useChange } from '../../steps/use-change'
import { useTexts } from '../../texts/use-texts'
import { serverNow } from '../../time/server-clock'
import { ownTimeZone, useMoments } from '../../time/use-moments'
import { classNames } from '../../ui/class-names'
import { Icon } from '../../ui/icon'
import type { Deadline } from './deadline-choice'
import { MailMeButton } from './mail-me-button'
import { offHoursOf } from './until-line'

const ACTIVATE = graphql(`
  mutation ActivateMandatoryTwoFactor($input: ActivateMandatoryTwoFactorInput!) {
    activateMandatoryTwoFactor(input: $input) {
      ... on MandateActivated {
        notified
        security {
          ...SecurityFields
        }
      }
      ...InvalidFields
    }
  }
`)

type Preview = NonNullable<MandatePreviewQuery['network']>['security']['preview']
type Props = { preview: Preview; chosen: Deadline; onClose: () => void }

/** The review before every member is notified: who must act, what is in order, and what happens when. */
export function ActivateDialog({ preview, chosen, onClose }: Props) {
  const t = useTexts('security')
  const moments = useMoments()
  const network = useOpenedNetwork()
  const { change, ...dialog } = useChange(ACTIVATE, { onClose, done: 'MandateActivated' })
  const offHours = offHoursOf(preview.deadline)
  const deadline = moments.plain(preview.deadline)
  const reminders = limits.reminders.filter((before) => before < Date.parse(preview.deadline) - serverNow()).length
  const input = {
    networkId: network.id,
    graceHours: chosen.hours,
    deadline: chosen.until,
    timeZone: ownTimeZone(),
  }
  return (
    <FormDialog
      {...dialog}
      title={t.activate.title({ count: preview.mailed })}
      isWide
      submitLabel={t.activate.button}
      onSubmit={() => change({ input }, ({ notified }) => t.activate.done({ count: notified }))}
      beside={<MailMeButton chosen={chosen} />}
    >
      <p>
        {t.activate.line({
          without: preview.withoutTwoFactor,
          moment: deadline,
          companySignIn: preview.companySignIn,
        })}
      </p>
      <ul className="space-y-2">
        <Check isGood={!preview.isOwnTwoFactorMissing}>{t.activate.checks.own}</Check>
        <Check isGood>{t.activate.checks.mailed({ count: preview.mailed })}</Check>
        {preview.guestsWithout > 0 ? (
          <Check isGood={false}>{t.activate.checks.guests({ count: preview.guestsWithout })}</Check>
        ) : null}
        {preview.pendingInvitations > 0 ? (
          <Check isGood={false}>{t.activate.checks.pending({ count: preview.pendingInvitations })}</Check>
        ) : null}
        <Check isGood={offHours === null}>{offHours ? t.planner[offHours] : t.activate.checks.time}</Check>
      </ul>
      <div>
        <h3 className="font-semibold">{t.activate.timeline}</h3>
        <ol className="mt-2 space-y-2 border-s-2 border-hair ps-4">
          <Moment when={t.activate.now}>{t.activate.nowLine}</Moment>
          {reminders > 0 ? <Moment when="">{t.activate.reminders({ count: reminders })}</Moment> : null}
          <Moment when={deadline}>{t.activate.end}</Moment>
        </ol>
      </div>
    </FormDialog>
  )
}

function Check({ isGood, children }: { isGood: boolean; children: string }) {
  return (
    <li className="flex gap-2">
      <Icon name={isGood ? 'check' : 'warning'} className={classNames('mt-0.5', isGood ? 'text-good' : 'text-time')} />
      <span>{children}</span>
    </li>
  )
}

function Moment({ when, children }: { when: string; children: string }) {
  return (
    <li>
      {when ? <span className="block text-meta font-semibold">{when}</span> : null}
      <span className="block text-meta text-muted">{children}</span>
    </li>
  )
}
