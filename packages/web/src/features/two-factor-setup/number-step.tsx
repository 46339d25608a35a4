import { useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { FailureCallout } from '../../api/failure-callout'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import type { BeginSmsSetupMutation } from '../../generated/graphql'
import { useLanguage, useTexts } from '../../texts/use-texts'
import { useMoments } from '../../time/use-moments'
import { Button, TextLink } from '../../ui/button'
import { Callout } from '../../ui/callout'
import { Form } from '../../ui/form'
import { PhoneInput } from '../../ui/phone-input'
import { countryName, e164Of } from '../../ui/phone-number'
import { StepHeading } from './step-heading'
import type { SmsStepState } from './use-phone-draft'
import { useWizard } from './wizard-state'

const BEGIN_SMS_SETUP = graphql(`
  mutation BeginSmsSetup($input: BeginSmsSetupInput!) {
    beginSmsSetup(input: $input) {
      ... on SmsSetup {
        setupId
      }
      ... on UnsupportedDestination {
        reason
        country
        example
      }
      ... on InvalidPhoneNumber {
        example
      }
      ... on SendCodeTooSoon {
        retryAt
      }
      ...TooManyTries
    }
  }
`)

type Unsupported = Extract<BeginSmsSetupMutation['beginSmsSetup'], { __typename: 'UnsupportedDestination' }>

export function NumberStep() {
  const t = useTexts('setUp').number
  const common = useTexts('common')
  const language = useLanguage()
  const moments = useMoments()
  const navigate = useNavigate()
  const isOver = (useLocation().state as SmsStepState | null)?.isOver === true
  const { base, search, progress, refetch, phone, setPhone, keepPhone } = useWizard()
  const { run, isBusy, failure } = useAct(BEGIN_SMS_SETUP)
  const [problem, setProblem] = useState<{ text: string } | null>(null)
  const [held, setHeld] = useState<string | null>(null)

  const wrong = (example: string | null | undefined) =>
    example ? `${common.phone.wrong} ${common.phone.example({ example })}` : common.phone.wrong
  const unsupported = ({ reason, country, example }: Unsupported) => {
    if (reason === 'NO_PROVIDER' || !country) return common.phone.noTexts
    const name = countryName(language, country)
    if (reason === 'COUNTRY') return common.phone.unsupported({ country: name })
    return example ? `${common.phone.notMobile} ${common.phone.example({ example })}` : common.phone.notMobile
  }

  const begin = async () => {
    setHeld(null)
    if (!e164Of(phone.number, phone.country)) return setProblem({ text: common.phone.wrong })
    setProblem(null)
    keepPhone()
    const input = { phoneNumber: phone.number, country: phone.country ?? null }
    const answer = await run({ input })
    switch (answer?.__typename) {
      case 'SmsSetup':
        await refetch()
        return navigate(`${base}/sms/code${search}`, { state: { phone } satisfies SmsStepState })
      case 'InvalidPhoneNumber':
        return setProblem({ text: wrong(answer.example) })
      case 'UnsupportedDestination':
        return setProblem({ text: unsupported(answer) })
      case 'SendCodeTooSoon':
        return setHeld(common.send.tooSoon({ moment: moments.soon(answer.retryAt) }))
      case 'TooManyAttempts':
        return setHeld(common.code.tooMany({ moment: moments.soon(answer.retryAt) }))
      case 'DeliveryFailed':
        return setHeld(common.send.failed)
      case undefined:
        return
    }
  }
  return (
    <>
      <StepHeading step="method" title={t.title}>
        {t.line}
      </StepHeading>
      <Form
        className="mt-6 space-y-5"
        refusal={problem}
        onSubmit={() => {
          if (!isBusy) void begin()
        }}
      >
        <PhoneInput
          entry={phone}
          onChange={setPhone}
          allowedCountries={progress.capabilities.smsCountries}
          error={problem?.text}
        />
        <Callout tone="time" isUrgent>
          {held || isOver ? (held ?? t.over) : null}
        </Callout>
        <FailureCallout failure={failure} />
        <Button type="submit" kind="primary" isWide isInert={isBusy}>
          {t.button}
        </Button>
      </Form>
      <TextLink to={base + search} className="mt-4">
        {t.another}
      </TextLink>
    </>
  )
}
