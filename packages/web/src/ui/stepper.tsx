import { useTexts } from '../texts/use-texts'

type Props = { step: number; of: number }

/** Says which step this is; the bar shows the same. */
export function Stepper({ step, of }: Props) {
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
