import type { FactorMethod } from '@twinlock/shared/vocabulary'
import type { Letter, LetterContext, LetterPart, MailTemplate } from './letter.types.js'
import { helpPart, setUpParts } from './letter-parts.js'
import type { MessageProps, NetworkMailProps } from './message-props.types.js'
import { printableLine, printableName } from './printable.js'

/** To every teammate without an accepted method, once, when a network makes two-factor authentication required. */
export const mandateActivatedToDoMail: MailTemplate<'mandate-activated-to-do'> = (props, context) => {
  const { mandate } = context.texts
  const network = printableName(props.networkName)
  const { addOneOf } = props
  const title = titleOfToDo(props, context)
  return {
    subject: title,
    title,
    parts: [
      ...(addOneOf ? [notAcceptedPart(network, addOneOf, context)] : []),
      { kind: 'text', text: `${mandate.madeRequired({ actor: printableName(props.actorName) })} ${mandate.duration}` },
      untilPart(props, context),
      ...setUpParts(context, addOneOf),
      helpPart(props.helpContact, network, context),
    ],
  }
}

/** To every teammate who uses two-factor authentication already. */
export const mandateActivatedReadyMail: MailTemplate<'mandate-activated-ready'> = (props, context) =>
  nothingToDo(props, context, context.texts.mandate.alreadyUsed)

/** To every teammate who signs in through the company's identity provider. */
export const mandateActivatedSsoMail: MailTemplate<'mandate-activated-sso'> = (props, context) =>
  nothingToDo(props, context, context.texts.mandate.companySignIn)

/** To people who are not ready, before the deadline: on schedule, or when an admin sends it. */
export const mandateReminderMail: MailTemplate<'mandate-reminder'> = (props, context) => {
  const { mandate } = context.texts
  const network = printableName(props.networkName)
  const until = context.moments.in(props.deadline, props.timeZone)
  const { addOneOf } = props
  return {
    subject: addOneOf ? mandate.reminderToAdd({ network, until }) : mandate.reminder({ network, until }),
    title: titleOfToDo(props, context),
    parts: [
      addOneOf
        ? notAcceptedPart(network, addOneOf, context)
        : { kind: 'text', text: mandate.stillMissing({ network }) },
      { kind: 'text', text: `${mandate.madeRequired({ actor: printableName(props.actorName) })} ${mandate.duration}` },
      untilPart(props, context),
      ...setUpParts(context, addOneOf),
      helpPart(props.helpContact, network, context),
    ],
  }
}

/** To people who were signed out of a network because its deadline passed. */
export const mandateDeadlinePassedMail: MailTemplate<'mandate-deadline-passed'> = (props, context) => {
  const { mandate } = context.texts
  const network = printableName(props.networkName)
  return toSignIn(props, context, mandate.deadlinePassed({ network }), mandate.whySignedOut({ network }))
}

/** To people who have not been in the network yet and need a second step to enter it. */
export const mandateBeforeFirstEntryMail: MailTemplate<'mandate-before-first-entry'> = (props, context) => {
  const { mandate } = context.texts
  const network = printableName(props.networkName)
  return toSignIn(props, context, mandate.beforeFirstEntry({ network }), mandate.stillMissing({ network }))
}

/** Leads to the sign-in, where what is missing is set up. @param why where the person has no method at all */
function toSignIn(
  props: MessageProps['mandate-deadline-passed'],
  context: LetterContext,
  title: string,
  why: string,
): Letter {
  const { mandate } = context.texts
  const { addOneOf } = props
  const network = printableName(props.networkName)
  const withoutClicking = addOneOf ? mandate.withoutClickingAccount : mandate.withoutClickingSignIn
  return {
    subject: title,
    title,
    parts: [
      { kind: 'text', text: addOneOf ? mandate.safeToAdd : mandate.safe },
      {
        kind: 'button',
        link: { label: addOneOf ? mandate.signIn : mandate.signInAndSetUp, url: context.url('/sign-in') },
        isAddressShown: false,
      },
      { kind: 'aside', text: withoutClicking({ address: context.host }) },
      addOneOf ? notAcceptedPart(network, addOneOf, context) : { kind: 'text', text: why },
      { kind: 'text', text: mandate.madeRequired({ actor: printableName(props.actorName) }) },
      helpPart(props.helpContact, network, context),
    ],
  }
}

/** To people who got a later deadline from an Admin. */
export const mandateExtendedMail: MailTemplate<'mandate-extended'> = (props, context) => {
  const { mandate, layout } = context.texts
  const network = printableName(props.networkName)
  const title = mandate.extended({ network, until: context.moments.in(props.deadline, props.timeZone) })
  return {
    subject: title,
    title,
    parts: [
      { kind: 'text', text: `${mandate.gaveTime({ actor: printableName(props.actorName) })} ${mandate.duration}` },
      {
        kind: 'facts',
        facts: [
          { label: layout.until, value: context.moments.withUtc(props.deadline, props.timeZone) },
          { label: layout.reason, value: printableLine(props.reason) },
        ],
      },
      ...setUpParts(context),
      helpPart(props.helpContact, network, context),
    ],
  }
}

/** To every teammate, when a network no longer requires two-factor authentication. */
export const mandateDeactivatedMail: MailTemplate<'mandate-deactivated'> = (props, context) => {
  const { mandate } = context.texts
  const network = printableName(props.networkName)
  return {
    subject: mandate.deactivated({ network }),
    title: mandate.deactivated({ network }),
    parts: [
      { kind: 'text', text: `${mandate.turnedOff({ actor: printableName(props.actorName) })} ${mandate.nothingToDo}` },
      { kind: 'text', text: mandate.staysOn },
      helpPart(props.helpContact, network, context),
    ],
  }
}

/** To people whose methods a network will no longer accept. */
export const mandateMethodsChangingMail: MailTemplate<'mandate-methods-changing'> = (props, context) => {
  const { mandate, layout } = context.texts
  const network = printableName(props.networkName)
  const title = mandate.methodsChanging({ network, from: context.moments.in(props.deadline, props.timeZone) })
  const methods = methodNames(props.allowedMethods, context)
  return {
    subject: title,
    title,
    parts: [
      { kind: 'text', text: mandate.methodsAccepted({ network, methods }) },
      {
        kind: 'facts',
        facts: [{ label: layout.from, value: context.moments.withUtc(props.deadline, props.timeZone) }],
      },
      { kind: 'text', text: `${mandate.methodsToDo} ${mandate.duration}` },
      { kind: 'button', link: { label: mandate.openAccount, url: context.url('/account') }, isAddressShown: false },
      { kind: 'aside', text: mandate.withoutClickingAccount({ address: context.host }) },
      { kind: 'text', text: mandate.decidedBy({ actor: printableName(props.actorName) }) },
      helpPart(props.helpContact, network, context),
    ],
  }
}

/** To every member of a network that will ask them to confirm more often. */
export const mandateSettingChangingMail: MailTemplate<'mandate-setting-changing'> = (props, context) => {
  const { mandate, layout } = context.texts
  const network = printableName(props.networkName)
  const title = mandate.methodsChanging({ network, from: context.moments.in(props.deadline, props.timeZone) })
  return {
    subject: title,
    title,
    parts: [
      { kind: 'text', text: whatChanges(props.change, network, context) },
      {
        kind: 'facts',
        facts: [{ label: layout.from, value: context.moments.withUtc(props.deadline, props.timeZone) }],
      },
      {
        kind: 'text',
        text: `${mandate.decidedBy({ actor: printableName(props.actorName) })} ${mandate.nothingToDo}`,
      },
      helpPart(props.helpContact, network, context),
    ],
  }
}

function whatChanges(
  change: MessageProps['mandate-setting-changing']['change'],
  network: string,
  { texts: { mandate } }: LetterContext,
): string {
  switch (change.of) {
    case 'devices':
      return mandate.devicesChanging({ network, days: change.days })
    case 'sessions':
      return mandate.sessionsChanging({ network, hours: change.hours, idleHours: change.idleHours })
    case 'passkeys':
      return mandate.passkeysChanging({ network })
  }
}

type ToDoProps = { networkName: string; deadline: Date; timeZone: string; addOneOf?: FactorMethod[] }

function titleOfToDo({ networkName, deadline, timeZone, addOneOf }: ToDoProps, { texts, moments }: LetterContext) {
  const values = { network: printableName(networkName), until: moments.in(deadline, timeZone) }
  return addOneOf ? texts.mandate.toAdd(values) : texts.mandate.toDo(values)
}

const untilPart = ({ deadline, timeZone }: ToDoProps, { texts, moments }: LetterContext): LetterPart => ({
  kind: 'facts',
  facts: [{ label: texts.layout.until, value: moments.withUtc(deadline, timeZone) }],
})

const notAcceptedPart = (network: string, accepted: FactorMethod[], context: LetterContext): LetterPart => ({
  kind: 'text',
  text: context.texts.mandate.otherMethod({ network, methods: methodNames(accepted, context) }),
})

const methodNames = (methods: readonly FactorMethod[], { texts }: LetterContext): string[] =>
  methods.map((method) => texts.methods[method])

/** The two emails of an activation that ask for nothing; they differ in the reason. */
function nothingToDo(props: NetworkMailProps, context: LetterContext, why: string): Letter {
  const { mandate } = context.texts
  const network = printableName(props.networkName)
  return {
    subject: mandate.ready({ network }),
    title: mandate.ready({ network }),
    parts: [
      { kind: 'text', text: `${why} ${mandate.nothingToDo}` },
      { kind: 'text', text: mandate.madeRequired({ actor: printableName(props.actorName) }) },
      helpPart(props.helpContact, network, context),
    ],
  }
}
