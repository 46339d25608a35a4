import type { SecurityTexts } from '@twinlock/shared/locales/en/security.texts'

export type Facts = { whom: string; fact: (name: string) => string; moment: (name: string) => string }
export type EventWords = Record<string, (facts: Facts) => string>
type Texts = SecurityTexts['audit']['events']

export function ssoWords({ sso: e }: Texts, role: (name: string) => string): EventWords {
  const reason = (code: string) => (e.reasons as Record<string, string>)[code] ?? code
  return {
    'sso.connection_saved': ({ fact }) => e.saved(fact('issuer')),
    'sso.connection_ending': ({ fact, moment }) => e.ending(fact('issuer'), moment('endsAt')),
    'sso.connection_kept': () => e.kept,
    'sso.tried': ({ fact }) => e.tried(reason(fact('outcome'))),
    'sso.just_in_time_changed': ({ fact }) => (fact('role') ? e.newcomers(role(fact('role'))) : e.noNewcomers),
    'sso.required': ({ moment }) => e.required(moment('from')),
    'sso.made_optional': () => e.optional,
    'sso.proof_required': ({ fact, moment }) => e.proofRequired(moment('from'), fact('values')),
    'sso.proof_made_optional': () => e.proofOptional,
    'sso.domain_claimed': ({ fact }) => e.claimed(fact('domain')),
    'sso.domain_proved': ({ fact }) => e.proved(fact('domain')),
    'sso.domain_missing': ({ fact }) => e.missing(fact('domain')),
    'sso.domain_released': ({ fact }) => e.released(fact('domain')),
    'sso.identity_joined': ({ whom }) => e.joined(whom),
    'sso.identity_released': ({ whom }) => e.unjoined(whom),
    'sso.owner_entered': ({ whom }) => e.ownerEntered(whom),
    'sso.sign_in_refused': ({ fact }) => e.refused(reason(fact('reason'))),
    'sso.signed_out_by_provider': ({ whom, fact }) => e.signedOut(whom, fact('sessions')),
  }
}

export function integrationWords(e: Texts): EventWords {
  return {
    'api_key.created': ({ fact }) => e.keyCreated(fact('keyName'), fact('scopes')),
    'api_key.revoked': ({ fact }) => e.keyRevoked(fact('keyName')),
    'api_key.return_addresses_changed': ({ fact }) => e.returnsChanged(fact('keyName')),
    'webhook.created': ({ fact }) => e.hookCreated(fact('url')),
    'webhook.changed': ({ fact }) => e.hookChanged(fact('url')),
    'webhook.secret_rotated': ({ fact }) => e.hookSecret(fact('url')),
    'webhook.deleted': ({ fact }) => e.hookDeleted(fact('url')),
    'webhook.paused': ({ fact }) => e.hookPaused(fact('url')),
    'webhook.resumed': ({ fact }) => e.hookResumed(fact('url')),
    'verification.started': ({ fact, whom }) => e.asked(fact('app'), whom, fact('reason')),
    'verification.completed': ({ fact, whom }) => e.confirmed(fact('app'), whom),
    'verification.declined': ({ fact, whom }) => e.declined(fact('app'), whom),
    'verification.expired': ({ fact, whom }) => e.unanswered(fact('app'), whom),
    'verification.locked': ({ fact, whom }) => e.locked(fact('app'), whom),
    'verification.no_second_step': ({ fact, whom }) => e.noSecondStep(fact('app'), whom),
  }
}
