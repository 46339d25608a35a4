import { inject } from '@needle-di/core'
import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql'
import { AccessService } from '../access/access.service.js'
import { membershipIdOf } from '../memberships/membership.model.js'
import { forbidden } from '../platform/errors/interruption.js'
import { InvalidInput } from '../platform/graphql/user-error.types.js'
import type { KeyCaller } from '../sessions/caller.js'
import type { RequestContext } from '../sessions/request-context.js'
import type { VerificationDocument } from './verification.model.js'
import {
  NoSuchMember,
  StartVerificationInput,
  StartVerificationResult,
  Verification,
  VerificationStarted,
} from './verification.types.js'
import { shownHashOf, VerificationResultService } from './verification-result.service.js'
import { VerificationsService } from './verifications.service.js'

@Resolver()
export class VerificationsResolver {
  constructor(
    private readonly access = inject(AccessService),
    private readonly verifications = inject(VerificationsService),
    private readonly results = inject(VerificationResultService),
  ) {}

  @Mutation(() => StartVerificationResult, {
    description: 'API keys with verifications:write. Asks a member to prove that it is them, within 10 minutes.',
  })
  async startVerification(
    @Arg('input', () => StartVerificationInput) input: StartVerificationInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof StartVerificationResult> {
    const open = await this.access.enterWithKey(keyOf(context))
    const { member, amount = null, payee = null, state = null, nonce = null, idempotencyKey = null } = input
    const outcome = await this.verifications.start(
      open,
      {
        member: { id: member.id ?? null, email: member.email ?? null },
        reason: input.reason,
        amount,
        payee,
        returnUrl: input.returnUrl,
        state,
        nonce,
        idempotencyKey,
      },
      context.origin,
    )
    switch (outcome.kind) {
      case 'started':
        return VerificationStarted.of({ verification: await this.#shown(outcome.verification) })
      case 'invalid':
        return InvalidInput.because(outcome.problems)
      case 'no-member':
        return NoSuchMember.of({ message: 'No member of the network has that address or ID.' })
    }
  }

  @Query(() => Verification, {
    nullable: true,
    description:
      'A verification that the same API key started; null for any other. Needs the scope verifications:write.',
  })
  async verification(@Arg('id', () => ID) id: string, @Ctx() context: RequestContext): Promise<Verification | null> {
    const verification = await this.verifications.read(keyOf(context).keyId, id)
    return verification && this.#shown(verification)
  }

  async #shown(verification: VerificationDocument): Promise<Verification> {
    const { _id, outcome, networkId, accountId, email, createdAt, expiresAt, shown } = verification
    return Verification.of({
      id: _id,
      status: outcome?.status ?? 'PENDING',
      url: this.results.urlOf(verification),
      memberId: membershipIdOf(networkId, accountId),
      email,
      createdAt,
      expiresAt,
      endedAt: outcome?.at ?? null,
      authTime: outcome?.authTime ?? null,
      acr: outcome?.acr ?? null,
      amr: outcome?.amr ?? [],
      shownHash: shownHashOf(shown),
      token: await this.results.tokenOf(verification),
    })
  }
}

/** Only apps start verifications, by their keys; people cannot. */
function keyOf(context: RequestContext): KeyCaller {
  const key = context.key()
  if (!key) throw forbidden('Only API keys may ask for a verification.')
  return key
}
