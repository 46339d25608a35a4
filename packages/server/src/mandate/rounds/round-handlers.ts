import { InjectionToken, inject } from '@needle-di/core'
import { AnnounceHandler } from '../announcements/announce.handler.js'
import { ExtendHandler, MethodsHandler, SettingsHandler, WithdrawHandler } from '../announcements/change.handlers.js'
import { CloseHandler } from '../deadline-sweep/close.handler.js'
import { NudgeHandler, RemindHandler } from '../reminders/remind.handler.js'
import type { RoundKind } from './round.model.js'
import type { RoundHandler } from './round.types.js'

/** What is done for each member in a round of each kind. */
export type RoundHandlers = Readonly<Record<RoundKind, RoundHandler>>
export const RoundHandlers = new InjectionToken<RoundHandlers>('RoundHandlers', {
  factory: () => ({
    announce: inject(AnnounceHandler),
    withdraw: inject(WithdrawHandler),
    remind: inject(RemindHandler),
    nudge: inject(NudgeHandler),
    extend: inject(ExtendHandler),
    methods: inject(MethodsHandler),
    settings: inject(SettingsHandler),
    close: inject(CloseHandler),
  }),
})
