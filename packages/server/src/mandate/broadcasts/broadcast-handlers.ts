import { InjectionToken, inject } from '@needle-di/core'
import { AnnounceHandler } from '../announcements/announce.handler.js'
import { ExtendHandler, MethodsHandler, SettingsHandler, WithdrawHandler } from '../announcements/change.handlers.js'
import { CloseHandler } from '../deadline-sweep/close.handler.js'
import { NudgeHandler, RemindHandler } from '../reminders/remind.handler.js'
import type { BroadcastKind } from './broadcast.model.js'
import type { BroadcastHandler } from './broadcast.types.js'

/** What is done for each member in a broadcast of each kind. */
export type BroadcastHandlers = Readonly<Record<BroadcastKind, BroadcastHandler>>
export const BroadcastHandlers = new InjectionToken<BroadcastHandlers>('BroadcastHandlers', {
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
