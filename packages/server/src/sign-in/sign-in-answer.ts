import { inject } from '@needle-di/core'
import { maskEmail } from '@twinlock/shared/email-address'
import { ssoStartUrl } from '@twinlock/shared/slug'
import { accountFactsOf } from '../accounts/account.model.js'
import { provedAt } from '../domain/evidence.js'
import { resendAvailableAt } from '../domain/one-time-code.js'
import { secondStepChoice } from '../domain/sign-in-step.js'
import { deadlineIn, standingOf } from '../domain/standing.js'
import { isClosed, type JoinedNetwork, trustedDeviceDaysOf } from '../memberships/joined-networks.service.js'
import { factsOf } from '../memberships/membership.model.js'
import { policyOf } from '../networks/network.model.js'
import { NetworkSummary } from '../networks/network-summary.types.js'
import { InvalidCredentials, SignInExpired, TooManyAttempts } from '../platform/graphql/user-error.types.js'
import type { SignInCaller } from '../sessions/caller.js'
import type { RequestContext } from '../sessions/request-context.js'
import { SignedIn, Viewer } from '../sessions/viewer.types.js'
import { ReEnrolmentService } from '../two-factor/re-enrolment/re-enrolment.service.js'
import type { SignInOutcome } from './sign-in.service.js'
import { RequiringNetwork, SecondStepRequired, SetUpRequired, type SignInStep, SsoRequired } from './sign-in.types.js'
import { SignInCodeService } from './sign-in-code.service.js'

/** Maps the outcome of a sign-in step to the API's types, and sets the browser's cookies. */
export class SignInAnswer {
  constructor(
    private readonly codes = inject(SignInCodeService),
    private readonly reEnrolments = inject(ReEnrolmentService),
  ) {}

  async to(outcome: SignInOutcome, context: RequestContext): Promise<typeof SignInStep> {
    switch (outcome.kind) {
      case 'signed-in':
        context.continueInSession(outcome.opened.caller, outcome.opened.token)
        context.remember('joinedNetworks', outcome.joinedNetworks)
        return SignedIn.of({ viewer: new Viewer(outcome.opened.caller) })
      case 'second-step':
        context.continueInSignIn(outcome.caller, outcome.ticket ?? undefined)
        return this.#secondStep(outcome)
      case 'set-up':
        context.continueInSignIn(outcome.caller, outcome.ticket ?? undefined)
        return setUp(outcome.caller, outcome.joinedNetworks)
      case 'sso':
        if (outcome.ticket) context.continueAtProvider(outcome.ticket)
        return SsoRequired.of({
          network: NetworkSummary.from(outcome.joined.network),
          startUrl: ssoStartUrl(outcome.joined.network.slug),
        })
      case 'invalid-credentials':
        return InvalidCredentials.of({
          message: "That email and password don't go together. Try again, or choose a new password.",
        })
      case 'too-many':
        return TooManyAttempts.because(outcome)
      case 'expired':
        return signInExpired()
    }
  }

  async #secondStep(outcome: Extract<SignInOutcome, { kind: 'second-step' }>): Promise<SecondStepRequired> {
    const { caller, joinedNetworks, ticket } = outcome
    const { account, signIn } = caller
    // A sign-in that has just begun cannot have sent its text yet, so the outbox is not queried.
    const delivery = ticket && signIn.sms ? 'QUEUED' : await this.codes.deliveryOf(signIn)
    const reEnrolment = await this.reEnrolments.stateOf(account, joinedNetworks)
    return SecondStepRequired.of({
      signInId: signIn.publicId,
      email: account.email,
      ...secondStepChoice(accountFactsOf(account)),
      maskedPhoneNumber: account.factors.sms?.maskedNumber ?? null,
      sendRetryAt: signIn.smsHeldUntil,
      codeDelivery: delivery,
      codeExpiresAt: signIn.sms?.expiresAt ?? null,
      resendAvailableAt: signIn.sms && resendAvailableAt(signIn.sms),
      trustDeviceAllowed: trustedDeviceDaysOf(joinedNetworks) > 0,
      reEnrolmentOffered: reEnrolment.kind === 'usable',
      reEnrolmentFrom: reEnrolment.kind === 'cooling' ? reEnrolment.from : null,
      reEnrolmentAwaits: reEnrolment.kind === 'waiting' ? reEnrolment.networks.map(NetworkSummary.from) : [],
      expiresAt: signIn.expiresAt,
    })
  }
}

function setUp({ account, signIn }: SignInCaller, joinedNetworks: JoinedNetwork[]): SetUpRequired {
  const hasProved = provedAt(signIn.evidence, ({ method }) => method === 'MAILBOX') !== null
  const isReEnrolment = signIn.isReEnrolling
  const requiring = joinedNetworks.filter((joined) =>
    isReEnrolment ? joined.network.mandate !== null : isClosed(joined),
  )
  // A re-enrolling person has shown only a password, and can continue nowhere before the set-up is complete.
  const others = isReEnrolment ? [] : joinedNetworks.filter((joined) => !isClosed(joined) && !joined.needsSso)
  return SetUpRequired.of({
    signInId: signIn.publicId,
    networks: requiring.map((joined) => requiringNetwork(joined, signIn.createdAt)),
    otherNetworks: others.map(({ network }) => NetworkSummary.from(network)),
    mailboxProofRequired: !hasProved,
    isReEnrolment: isReEnrolment,
    maskedEmail: maskEmail(account.email),
    expiresAt: signIn.expiresAt,
  })
}

/** The deadline of an account without a method: a re-enrolment does not extend it. */
function requiringNetwork({ network, membership }: JoinedNetwork, begunAt: Date): RequiringNetwork {
  const deadline = deadlineIn(standingOf(policyOf(network), factsOf(membership), [], begunAt))
  return RequiringNetwork.of({
    id: network._id,
    name: network.name,
    slug: network.slug,
    deadline: deadline ?? network.mandate?.deadline ?? begunAt,
    allowedMethods: network.acceptedMethods,
    helpContact: network.helpContact,
  })
}

export const signInExpired = () =>
  SignInExpired.of({ message: 'This sign-in has expired. Start again with your password.', wasReplaced: false })

export const signInReplaced = () =>
  SignInExpired.of({
    message: 'Another sign-in in this browser replaced this one. Start again.',
    wasReplaced: true,
  })

/** Why a sign-in that a request is for cannot go on: expired, or replaced by another one in the same browser. */
export async function signInGone(context: RequestContext, signInId: string | null | undefined): Promise<SignInExpired> {
  return signInId && (await context.signIn()) ? signInReplaced() : signInExpired()
}
