import { membershipModel } from '../memberships/membership.model.js'
import { sessionModel } from '../sessions/session.model.js'
import { AnnounceHandler } from './announcements/announce.handler.js'
import { ExtendHandler, MethodsHandler, SettingsHandler, WithdrawHandler } from './announcements/change.handlers.js'
import { CloseHandler } from './deadline-sweep/close.handler.js'
import { ClosedSessionsStore } from './deadline-sweep/closed-sessions.store.js'
import type { MandateDeps } from './mandate-deps.js'
import { NudgeHandler, RemindHandler } from './reminders/remind.handler.js'
import { roundModel } from './rounds/round.model.js'
import { RoundStore } from './rounds/round.store.js'
import { RoundMail } from './rounds/round-mail.js'
import { RoundRunner } from './rounds/round-runner.js'
import { RoundsService } from './rounds/rounds.service.js'

/** Composes what is done for each member: announcements, reminders, the sweep at the deadline. */
export function composeRounds(deps: Omit<MandateDeps, 'audit' | 'access'>) {
  const { connection, environment, clock, background, relay, outbox, profiles, networkStore, doors } = deps
  const roundStore = new RoundStore(roundModel(connection), membershipModel(connection))
  const roundMail = new RoundMail(outbox, roundStore, clock)
  const sessions = new ClosedSessionsStore(sessionModel(connection))
  const handlers = {
    announce: new AnnounceHandler(roundMail),
    withdraw: new WithdrawHandler(roundMail),
    remind: new RemindHandler(roundMail, relay, clock),
    nudge: new NudgeHandler(roundMail),
    extend: new ExtendHandler(roundMail),
    methods: new MethodsHandler(roundMail),
    settings: new SettingsHandler(roundMail, clock),
    close: new CloseHandler(roundMail, sessions, doors, relay, clock),
  }
  const runner = new RoundRunner(roundStore, handlers, networkStore, profiles, doors, clock)
  const rounds = new RoundsService(roundStore, runner, background, clock, environment.isWorker)
  return { rounds, runner, roundMail, roundStore }
}
