import fc from 'fast-check'
import { expect, test } from 'vitest'
import { forgetPerson } from './forget-person.js'

const ERASED = 'erased'
const ada = { accountId: 'acc_ada', emails: ['Ada@Acme.example', 'ada@acme.example'] }
const at = new Date('2026-05-12T10:00:00.000Z')
const origin = { address: '203.0.113.7', device: 'Firefox' }

test('what an Admin did to the person stays, without who they were', () => {
  const event = {
    type: 'member.removed',
    at,
    actor: { kind: 'person', accountId: 'acc_maria', name: 'Maria' },
    origin,
    accountId: 'acc_ada',
    email: 'ada@acme.example',
  }
  expect(forgetPerson({ accountId: 'acc_ada', event }, ada)).toEqual({
    accountId: ERASED,
    event: { ...event, accountId: ERASED, email: '' },
  })
})

test('what the person did stays, without who, and from where', () => {
  const event = {
    type: 'policy.help_contact_changed',
    actor: { kind: 'person', accountId: 'acc_ada', name: 'Ada' },
    origin,
    reason: 'Asked by ADA@acme.example twice: ada@acme.example',
  }
  expect(forgetPerson(event, ada)).toEqual({
    type: event.type,
    actor: { kind: 'person', accountId: ERASED, name: '' },
    origin: null,
    reason: 'Asked by  twice: ',
  })
})

test('another person’s address, which ends or begins with theirs, stays', () => {
  const ann = { accountId: 'acc_n', emails: ['n@corp.example'] }
  const kept = 'ann@corp.example, x+n@corp.example, än@corp.example, n@corp.example.org, n@corp.example-2.org'
  expect(forgetPerson({ reason: `${kept}, N@corp.example.` }, ann)).toEqual({ reason: `${kept}, .` })
})

test('every field that names the person is emptied, and those that say nothing stay as they are', () => {
  const personal = { name: 'Ada', email: 'a@b.example', emailKey: 'a@b.example', nameKey: 'ada', subject: 'x-1' }
  const emptied = { name: '', email: '', emailKey: '', nameKey: '', subject: '' }
  expect(forgetPerson({ accountId: 'acc_ada', ...personal }, ada)).toEqual({ accountId: ERASED, ...emptied })
  expect(forgetPerson({ accountId: 'acc_bob', ...personal }, ada)).toEqual({ accountId: 'acc_bob', ...personal })
  expect(forgetPerson({ accountId: 'acc_ada', name: null }, ada)).toEqual({ accountId: ERASED, name: null })
  expect(forgetPerson({ makerAccountId: 'acc_ada', makerName: 'Ada' }, ada)).toEqual({
    makerAccountId: ERASED,
    makerName: '',
  })
})

test('ids that are made of theirs, lists and dates are walked through; other people are left alone', () => {
  const other = { accountId: 'acc_bob', name: 'Bob', email: 'bob@acme.example', origin, at, list: [at, 1, null] }
  expect(forgetPerson([{ _id: 'net_1:acc_ada' }, other], ada)).toEqual([{ _id: `net_1:${ERASED}` }, other])
})

test('an empty address takes nothing away', () => {
  expect(forgetPerson({ text: 'abc' }, { accountId: 'acc_ada', emails: [''] })).toEqual({ text: 'abc' })
})

test('whatever the document, nothing of the person is left in it', () => {
  const trace = fc.constantFrom('acc_ada', 'ada@acme.example', 'ADA@ACME.EXAMPLE', 'net_1:acc_ada', 'x')
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      trace,
      fc.date({ noInvalidDate: true }),
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom('accountId', 'email', 'name', 'actor', 'origin', 'text'), tie('tree')),
    ),
  }))
  fc.assert(
    fc.property(tree, (document) => {
      expect(JSON.stringify(forgetPerson(document, ada))).not.toMatch(/acc_ada|ada@acme\.example/i)
    }),
  )
})
