import { isLocale } from '@twinlock/shared/locales'
import type { AuditLogQuery } from '../../generated/graphql'
import { languageNames } from '../../texts/language'
import { useTexts } from '../../texts/use-texts'
import { useMoments } from '../../time/use-moments'
import { durationOf } from './duration'
import { type EventWords, integrationWords, ssoWords } from './event-words'

type Entry = NonNullable<AuditLogQuery['network']>['security']['auditLog']['edges'][number]['node']

/**
 * What happened, in the reader's language and time zone. What has no words here keeps the server's, so that a newer
 * server's log can be read too.
 */
export function useEventWords(): (entry: Entry) => string {
  const t = useTexts('security')
  const roles = useTexts('networks').roles as Record<string, string>
  const moments = useMoments()
  const e = t.audit.events
  const methods = t.coverage.short as Record<string, string>
  const role = (name: string) => roles[name] ?? name
  const hours = (count: string) => durationOf(Number(count), t.planner)
  const days = (count: string) => t.planner.days({ count: Number(count) })
  const words: EventWords = {
    ...ssoWords(e, role),
    ...integrationWords(e),
    'network.created': () => e.created,
    'network.plan_changed': ({ fact }) => e.planChanged({ from: fact('from'), to: fact('to') }),
    'network.ownership_transferred': ({ whom }) => e.ownerChanged({ whom }),
    'network.deletion_scheduled': ({ moment }) => e.deletionScheduled({ moment: moment('until') }),
    'network.deletion_cancelled': () => e.deletionCancelled,
    'member.erased': () => e.memberErased,
    'member.sessions_ended': ({ whom }) => e.memberSignedOut({ whom }),
    'policy.log_retention_changed': ({ fact }) =>
      fact('days') ? e.logFor({ time: days(fact('days')) }) : e.logForGood,
    'invitation.sent': ({ whom, fact }) => e.invited({ whom, role: role(fact('role')) }),
    'invitation.resent': ({ whom, fact }) => e.invitedAgain({ whom, role: role(fact('role')) }),
    'invitation.revoked': ({ whom }) => e.revoked({ whom }),
    'invitation.link_created': () => e.linkCreated,
    'invitation.link_deleted': () => e.linkDeleted,
    'member.joined': ({ whom, fact }) =>
      (fact('byLink') === 'true' ? e.joinedByLink : e.joined)({ whom, role: role(fact('role')) }),
    'member.left': ({ whom }) => e.leftNetwork({ whom }),
    'member.removed': ({ whom }) => e.removed({ whom }),
    'member.role_changed': ({ whom, fact }) => e.roleChanged({ whom, from: role(fact('from')), to: role(fact('to')) }),
    'mandate.activated': ({ moment }) => e.activated({ moment: moment('deadline') }),
    'mandate.deactivated': () => e.deactivated,
    'mandate.deadline_passed': () => e.deadlinePassed,
    'mandate.reminded': ({ fact }) => e.reminded({ count: fact('recipients') }),
    'member.overdue': ({ whom }) => e.signedOut({ whom }),
    'member.extended': ({ whom, moment, fact }) =>
      e.extended({ whom: whom || e.everyone, moment: moment('until'), reason: fact('reason') }),
    'member.re_enrolment_granted': ({ whom, moment, fact }) =>
      e.letAnew({ whom, moment: moment('expiresAt'), reason: fact('reason') }),
    'member.re_enrolment_cancelled': ({ whom }) => e.anewStopped({ whom }),
    'member.re_enrolment_unwarned': ({ whom }) => e.anewUnwarned({ whom }),
    'member.re_enrolled': ({ whom, fact }) => e.setUpAnew({ whom, method: methods[fact('method')] ?? fact('method') }),
    'policy.allowed_methods_changed': ({ fact, moment }) =>
      e.methodsChanged({
        methods: fact('methods')
          .split(', ')
          .map((method) => methods[method] ?? method)
          .join(', '),
        moment: moment('effectiveAt'),
      }),
    'policy.help_contact_changed': () => e.helpChanged,
    'policy.language_changed': ({ fact }) => {
      const locale = fact('locale')
      return isLocale(locale) ? e.languageChanged({ language: languageNames[locale] }) : e.languageNone
    },
    'policy.passkey_sign_in_changed': ({ fact }) =>
      fact('isAllowed') === 'true' ? e.passkeySignInOn : e.passkeySignInOff,
    'policy.session_limit_changed': ({ fact }) =>
      fact('hours') ? e.sessionsOn({ total: hours(fact('hours')), idle: hours(fact('idleHours')) }) : e.sessionsOff,
    'policy.trusted_devices_changed': ({ fact }) =>
      fact('days') === '0' ? e.devicesOff : e.devicesOn({ time: days(fact('days')) }),
  }
  return ({ type, whom, words: fallback, details }) => {
    const fact = (name: string) => details.find((detail) => detail.name === name)?.value ?? ''
    // What an older version wrote down may lack one.
    const moment = (name: string) => (fact(name) ? moments.plain(fact(name)) : '')
    return words[type]?.({ whom: whom === '' ? e.erased : (whom ?? ''), fact, moment }) ?? fallback
  }
}
