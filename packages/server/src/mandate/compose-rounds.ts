import { membershipModel } from '../memberships/membership.model.js'
import { sessionModel } from '../sessions/session.model.js'
import { AnnounceVisitor } from './announcements/announce.visitor.js'
import { ExtendVisitor, MethodsVisitor, SettingsVisitor, WithdrawVisitor } from './announcements/change.visitors.js'
import { CloseVisitor } from './deadline-sweep/close.visitor.js'
import { ClosedSessionsStore } from './deadline-sweep/closed-sessions.store.js'
import type { MandateDeps } from './mandate-deps.js'
import { NudgeVisitor, RemindVisitor } from './reminders/remind.visitor.js'
import { roundModel } from './rounds/round.model.js'
import { RoundStore } from './rounds/round.store.js'
import { RoundMail } from './rounds/round-mail.js'
import { RoundRunner } from './rounds/round-runner.js'
import { RoundsService } from './rounds/rounds.service.js'

/** What goes from member to member: announcements, reminders, the sweep at the deadline. */
export function composeRounds(deps: Omit<MandateDeps, 'audit' | 'access'>) {
  const { connection, environment, clock, background, relay, outbox, profiles, networkStore, doors } = deps
  const roundStore = new RoundStore(roundModel(connection), membershipModel(connection))
  const roundMail = new RoundMail(outbox, roundStore, clock)
  const sessions = new ClosedSessionsStore(sessionModel(connection))
  const visitors = {
    announce: new AnnounceVisitor(roundMail),
    withdraw: new WithdrawVisitor(roundMail),
    remind: new RemindVisitor(roundMail, relay, clock),
    nudge: new NudgeVisitor(roundMail),
    extend: new ExtendVisitor(roundMail),
    methods: new MethodsVisitor(roundMail),
    settings: new SettingsVisitor(roundMail, clock),
    close: new CloseVisitor(roundMail, sessions, doors, relay, clock),
  }
  const runner = new RoundRunner(roundStore, visitors, networkStore, profiles, doors, clock)
  const rounds = new RoundsService(roundStore, runner, background, clock, environment.isWorker)
  return { rounds, runner, roundMail, roundStore }
}
