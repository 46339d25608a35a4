import { type Locale, locales } from '@twinlock/shared/locales'
import {
  attemptRemedies,
  codeDeliveries,
  factorMethods,
  networkCreationPolicies,
  plans,
  roles,
  secondStepMethods,
  signUpPolicies,
  twoFactorStandings,
} from '@twinlock/shared/vocabulary'
import { registerEnumType } from 'type-graphql'

export function enumOf<T extends string>(values: readonly T[]): { readonly [K in T]: K } {
  return Object.fromEntries(values.map((value) => [value, value])) as { [K in T]: K }
}

export const FactorMethodEnum = enumOf(factorMethods)
export const SecondStepMethodEnum = enumOf(secondStepMethods)
export const AttemptRemedyEnum = enumOf(attemptRemedies)
export const PlanEnum = enumOf(plans)
export const RoleEnum = enumOf(roles)
export const TwoFactorStandingEnum = enumOf(twoFactorStandings)
export const SignUpPolicyEnum = enumOf(signUpPolicies)
export const NetworkCreationPolicyEnum = enumOf(networkCreationPolicies)
export const SsoProofEnum = enumOf(['PROVED', 'NOT_SAID', 'SAID_OTHERWISE'])
export const CodeDeliveryEnum = enumOf(codeDeliveries)

/** BCP 47 tags are not valid GraphQL names: "pt-BR" is PT_BR. */
export const LocaleEnum = Object.fromEntries(
  locales.map((locale) => [locale.toUpperCase().replace('-', '_'), locale]),
) as Record<string, Locale>

registerEnumType(LocaleEnum, { name: 'Locale', description: 'A language of the app, emails and text messages.' })
registerEnumType(FactorMethodEnum, {
  name: 'FactorMethod',
  description: 'A way to do the second step that an account can set up.',
  valuesConfig: {
    AUTHENTICATOR_APP: { description: 'A code from an authenticator app (RFC 6238).' },
    SMS: { description: 'A single-use code by text message.' },
    PASSKEY: { description: 'A passkey (WebAuthn).' },
  },
})
registerEnumType(SecondStepMethodEnum, {
  name: 'SecondStepMethod',
  description: 'A way to answer the second step of a sign-in.',
})
registerEnumType(AttemptRemedyEnum, {
  name: 'AttemptRemedy',
  description: 'What helps after too many attempts.',
  valuesConfig: {
    WAIT: { description: 'Wait until `retryAt`.' },
    BEGIN_AGAIN: { description: 'Beginning again, at once: only this sign-in, set-up or sign-up has no tries left.' },
    RESET_PASSWORD: { description: 'A new password by the mailed link, at once (`requestPasswordReset`).' },
  },
})
registerEnumType(PlanEnum, { name: 'Plan', description: 'The plan of a network.' })
registerEnumType(RoleEnum, { name: 'Role', description: 'What a member may do in a network.' })
registerEnumType(TwoFactorStandingEnum, {
  name: 'TwoFactorStanding',
  description: "How a member stands against the network's requirement.",
  valuesConfig: {
    NOT_REQUIRED: { description: 'The network does not ask for it.' },
    SATISFIED: { description: 'Has 2FA by a method the network allows.' },
    EXEMPT_SSO: { description: "Signs in through the network's identity provider, which performs the second step." },
    GRACE: { description: 'Must set up before the deadline.' },
    OVERDUE: { description: 'Deadline passed: no access to this network until set up.' },
  },
})
registerEnumType(SsoProofEnum, {
  name: 'SsoProof',
  description: 'What a provider said of a second step.',
  valuesConfig: {
    PROVED: { description: 'By a value that counts.' },
    NOT_SAID: { description: 'Neither `amr` nor `acr` came back.' },
    SAID_OTHERWISE: { description: 'Something came back that does not count.' },
  },
})
registerEnumType(CodeDeliveryEnum, {
  name: 'CodeDelivery',
  description: 'Delivery state of a code or an email.',
  valuesConfig: {
    QUEUED: { description: 'Queued for delivery.' },
    DELAYED: { description: 'Delivery has failed so far; it is retried while the message is valid.' },
    SENT: { description: 'Accepted by the mail server or the SMS provider.' },
    FAILED: { description: 'Delivery failed permanently or too late. The message will not arrive.' },
  },
})
registerEnumType(SignUpPolicyEnum, {
  name: 'SignUpPolicy',
  description: 'Who may make an account on this installation.',
  valuesConfig: {
    OPEN: { description: 'Everyone.' },
    INVITATION: { description: 'Only people whose address has an open invitation to a network.' },
    DOMAINS: { description: 'Only people with an address of one of the domains, or an open invitation.' },
  },
})
registerEnumType(NetworkCreationPolicyEnum, {
  name: 'NetworkCreationPolicy',
  description: 'Who may create a network on this installation.',
  valuesConfig: {
    OPEN: { description: 'Everyone who is signed in.' },
    OPERATOR: { description: 'Only the operator, by a command.' },
  },
})
