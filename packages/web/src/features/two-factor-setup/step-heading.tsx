import type { ReactNode } from 'react'
import { useTexts } from '../../texts/use-texts'
import { PageHeading } from '../../ui/page-heading'
import { useWizard } from './wizard-state'

export type StepName = 'choose' | 'method' | 'codes' | 'done'

const withCodes: readonly StepName[] = ['choose', 'method', 'codes', 'done']
/** A further method: a user who adds it has mostly chosen it already, so choosing is no step. */
const withoutCodes: readonly StepName[] = ['method', 'done']

type Props = { step: StepName; title: string; children?: ReactNode }

export function StepHeading({ step, title, children }: Props) {
  const t = useTexts('common').steps
  const { isFirst } = useWizard()
  const steps = isFirst ? withCodes : withoutCodes
  const at = steps.indexOf(step) + 1
  return (
    <>
      {at > 0 ? <Stepper step={at} of={steps.length} /> : null}
      <PageHeading step={at > 0 ? t.stepOf({ step: at, of: steps.length }) : undefined}>{title}</PageHeading>
      {children ? <div className="mt-2 text-muted">{children}</div> : null}
    </>
  )
}

type StepperProps = { step: number; of: number }

/** Says which step this is; the bar shows the same. */
function Stepper({ step, of }: StepperProps) {
  const t = useTexts('common').steps
  return (
    <div className="mb-6">
      <p className="text-meta text-muted">{t.stepOf({ step, of })}</p>
      <svg
        className="mt-2 h-1 w-full overflow-hidden rounded-full"
        preserveAspectRatio="none"
        viewBox={`0 0 ${of} 1`}
        aria-hidden="true"
      >
        <rect width={of} height="1" className="fill-hair" />
        <rect width={step} height="1" className="fill-accent" />
      </svg>
    </div>
  )
}
