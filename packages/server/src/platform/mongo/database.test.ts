import { expectTypeOf, test } from 'vitest'
import type { AccountDocument } from '../../accounts/account.model.js'
import type { NetworkDocument } from '../../networks/network.model.js'
import type { Filter, Path, Update, Values } from './database.js'

// `npm run check -- types` decides these.
test('paths, values and operators are compared with the document', () => {
  expectTypeOf<'factors.app.lastUsedAt'>().toExtend<Path<AccountDocument>>()
  expectTypeOf<'events.id'>().toExtend<Path<AccountDocument>>()
  expectTypeOf<'attempts.inAROW'>().not.toExtend<Path<AccountDocument>>()

  expectTypeOf<{ 'resetLink.tokenHash': string }>().toExtend<Filter<AccountDocument>>()
  expectTypeOf<{ 'resetLink.tokenHash': undefined }>().not.toExtend<Filter<AccountDocument>>()
  expectTypeOf<{ 'emailUndo.id': number }>().not.toExtend<Filter<AccountDocument>>()

  expectTypeOf<{ 'factors.app.lastUsedAt': Date }>().toExtend<Values<AccountDocument>>()
  expectTypeOf<{ 'factors.app.lastUsedAt': undefined }>().not.toExtend<Values<AccountDocument>>()
  expectTypeOf<{ 'sso.sealedSecret': Date }>().not.toExtend<Values<NetworkDocument>>()

  expectTypeOf<{ $set: { name: string } }>().toExtend<Update<AccountDocument>>()
  expectTypeOf<{ name: string }>().not.toExtend<Update<AccountDocument>>()
  expectTypeOf<{ $push: { knownBrowsers: { $each: string[] } } }>().toExtend<Update<AccountDocument>>()
  expectTypeOf<{ $push: { knownBrowsers: number } }>().not.toExtend<Update<AccountDocument>>()
  expectTypeOf<{ $addToSet: { name: string } }>().not.toExtend<Update<AccountDocument>>()
})
