import { inject } from '@needle-di/core'
import { lineProblem } from '../domain/input-problems.js'
import { MembershipStore } from '../memberships/membership.store.js'
import { Clock } from '../platform/clock/clock.js'
import { notFound } from '../platform/errors/interruption.js'

const LONGEST = 100

/** A member's id in another system; it has no effect here. The caller checks authorization. */
export class ExternalIdsService {
  constructor(
    private readonly memberships = inject(MembershipStore),
    private readonly clock = inject(Clock),
  ) {}

  /**
   * @returns what is wrong with it, in words; null when it is written down
   * @throws Interruption NOT_FOUND for who is not in this network
   */
  async set(networkId: string, memberId: string, externalId: string | null): Promise<string | null> {
    const problem = externalId === null ? null : lineProblem(externalId, LONGEST)
    if (problem) return problem
    const isOfNetwork = memberId.startsWith(`${networkId}:`)
    if (!isOfNetwork || !(await this.memberships.setExternalId(memberId, externalId, this.clock.now())))
      throw notFound('There is no such member.')
    return null
  }
}
