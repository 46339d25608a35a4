import type { OperationVariables } from '@apollo/client'
import type { SecondStepMethod } from '@twinlock/shared/vocabulary'
import { type ReactNode, useId, useState } from 'react'
import type { Failure } from '../api/failure'
import { FailureCallout } from '../api/failure-callout'
import { useTexts } from '../texts/use-texts'
import { Button } from '../ui/button'
import { CodeForm } from '../ui/code-form'
import { Icon, type IconName } from '../ui/icon'
import { BackupCodeForm } from './backup-code-form'
import { type BeginPasskey, PasskeyForm } from './passkey-form'
import { type Delivery, SendAgain, type SendCode, type SentCodeOptions, useSentCode } from './sent-code'
import type { SignInExpired } from './sign-in-step'

/** What the server is asked for meanwhile, in the name of a sign-in, a session or another system's question. */
export type StepRequests<Variables> = {
  beginPasskey: BeginPasskey<Variables>
  sendText: SendCode<Variables>
  of: Variables
}

type TextOptions = SentCodeOptions & {
  delivery?: Delivery
  /** What is to be known before another is sent. */
  note?: ReactNode
}

type FormProps<Variables> = {
  method: SecondStepMethod
  phone: string | null | undefined
  requests: StepRequests<Variables>
  submitLabel: string
  /** @returns a message that says what is wrong with the code; undefined when it was accepted or something else is shown. */
  onCode: (code: string) => Promise<ReactNode>
  failure: Failure | null
  label?: string
  /** Where the code is to be found. */
  hint?: ReactNode
  /** Where the text message is; otherwise it is sent as soon as this method is chosen. */
  text?: TextOptions
  startsPasskey?: boolean
  takesFocus?: boolean
  /** What it was requested for has ended. */
  onEnd?: (end: SignInExpired) => void
  /** Between the code and the button. */
  children?: ReactNode
}

/** One way to prove the second step, whatever it is for. */
export function SecondStepForm<Variables extends OperationVariables>(props: FormProps<Variables>) {
  const {
    method,
    phone,
    requests,
    onCode,
    failure,
    submitLabel,
    label,
    hint,
    text,
    takesFocus = false,
    children,
  } = props
  const t = useTexts('common').confirm
  return (
    <>
      {method === 'BACKUP_CODE' ? (
        <BackupCodeForm submitLabel={submitLabel} onCode={onCode} takesFocus={takesFocus}>
          {children}
        </BackupCodeForm>
      ) : method === 'PASSKEY' ? (
        <PasskeyForm
          begin={requests.beginPasskey}
          of={requests.of}
          onAnswer={onCode}
          onOver={props.onEnd}
          startsItself={props.startsPasskey}
          takesFocus={takesFocus}
        >
          {children}
        </PasskeyForm>
      ) : (
        <CodeForm
          label={label ?? t.codeLabel}
          hint={hint ?? (method === 'SMS' ? t.sms({ phone: phone ?? '' }) : t.app)}
          submitLabel={submitLabel}
          onCode={onCode}
          isTexted={method === 'SMS'}
          takesFocus={takesFocus}
        >
          {children}
        </CodeForm>
      )}
      <FailureCallout failure={failure} />
      {method === 'SMS' ? <TextedCode requests={requests} text={text ?? { sendsItself: true }} /> : null}
    </>
  )
}

type TextProps<Variables> = { requests: StepRequests<Variables>; text: TextOptions }

function TextedCode<Variables extends OperationVariables>({ requests, text }: TextProps<Variables>) {
  const sent = useSentCode(requests.sendText, requests.of, text)
  return (
    <>
      {text.note}
      <SendAgain sent={sent} delivery={text.delivery} />
    </>
  )
}

const icons: Record<SecondStepMethod, IconName> = {
  AUTHENTICATOR_APP: 'app',
  SMS: 'message',
  BACKUP_CODE: 'copy',
  PASSKEY: 'key',
}

type ChoiceProps = {
  methods: readonly SecondStepMethod[]
  phone: string | null | undefined
  onChoose: (method: SecondStepMethod) => void
}

export function MethodChoice({ methods, phone, onChoose }: ChoiceProps) {
  const t = useTexts('common').ways
  const id = useId()
  return (
    <ul className="space-y-3">
      {methods.map((method) => (
        <li key={method}>
          <button
            type="button"
            aria-labelledby={`${id}-${method}`}
            aria-describedby={`${id}-${method}-line`}
            onClick={() => onChoose(method)}
            className="flex w-full items-center gap-4 rounded-control border border-line p-4 text-start hover:bg-wash"
          >
            <Icon name={icons[method]} className="size-6 text-muted" />
            <span className="min-w-0 flex-1">
              <span id={`${id}-${method}`} className="block font-semibold">
                {t.names[method]}
              </span>
              <span id={`${id}-${method}-line`} className="block text-meta text-muted">
                {method === 'SMS' ? t.lines.SMS({ phone: phone ?? '' }) : t.lines[method]}
              </span>
            </span>
            <Icon name="chevron" className="-rotate-90 text-muted rtl:rotate-90" />
          </button>
        </li>
      ))}
    </ul>
  )
}

type Props<Variables> = Pick<FormProps<Variables>, 'phone' | 'requests' | 'failure' | 'submitLabel' | 'takesFocus'> & {
  methods: readonly SecondStepMethod[]
  preferred?: SecondStepMethod | null
  onCode: (code: string, method: SecondStepMethod) => Promise<ReactNode>
  startsPasskey?: boolean
  text?: TextOptions
}

/** The second step of a signed-in user: one method at a time, the others one press away. */
export function SecondStep<Variables extends OperationVariables>(props: Props<Variables>) {
  const { methods, preferred, onCode, ...form } = props
  const t = useTexts('common').confirm
  const [method, setMethod] = useState<SecondStepMethod>(preferred ?? methods[0] ?? 'BACKUP_CODE')
  const [isChoosing, setChoosing] = useState(false)
  const choose = (chosen: SecondStepMethod) => {
    setMethod(chosen)
    setChoosing(false)
  }
  if (isChoosing) return <MethodChoice methods={methods} phone={form.phone} onChoose={choose} />
  return (
    <>
      <SecondStepForm key={method} {...form} method={method} onCode={(code) => onCode(code, method)} />
      {methods.length > 1 ? (
        <Button kind="quiet" onClick={() => setChoosing(true)}>
          {t.otherWays}
        </Button>
      ) : null}
    </>
  )
}
