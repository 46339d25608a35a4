import type { Catalogs } from '@twinlock/shared/generated/catalogs'

export type Facts = { whom: string; fact: (name: string) => string; moment: (name: string) => string }
export type EventWords = Record<string, (facts: Facts) => string>
type Texts = Catalogs['security']['audit']['events']

export function ssoWords({ sso: e }: Texts, role: (name: string) => string): EventWords {
  const reason = (code: string) => (e.reasons as Record<string, string>)[code] ?? code
  return {
    'sso.connection_saved': ({ fact }) => e.saved({ issuer: fact('issuer') }),
    'sso.connection_ending': ({ fact, moment }) => e.ending({ issuer: fact('issuer'), moment: moment('endsAt') }),
    'sso.connection_kept': () => e.kept,
    'sso.tried': ({ fact }) => e.tried({ outcome: reason(fact('outcome')) }),
    'sso.just_in_time_changed': ({ fact }) =>
      fact('role') ? e.newcomers({ role: role(fact('role')) }) : e.noNewcomers,
    'sso.required': ({ moment }) => e.required({ moment: moment('from') }),
    'sso.made_optional': () => e.optional,
    'sso.proof_required': ({ fact, moment }) => e.proofRequired({ moment: moment('from'), values: fact('values') }),
    'sso.proof_made_optional': () => e.proofOptional,
    'sso.domain_claimed': ({ fact }) => e.claimed({ domain: fact('domain') }),
    'sso.domain_proved': ({ fact }) => e.proved({ domain: fact('domain') }),
    'sso.domain_missing': ({ fact }) => e.missing({ domain: fact('domain') }),
    'sso.domain_released': ({ fact }) => e.released({ domain: fact('domain') }),
    'sso.identity_joined': ({ whom }) => e.joined({ whom }),
    'sso.identity_released': ({ whom }) => e.unjoined({ whom }),
    'sso.owner_entered': ({ whom }) => e.ownerEntered({ whom }),
    'sso.sign_in_refused': ({ fact }) => e.refused({ reason: reason(fact('reason')) }),
    'sso.signed_out_by_provider': ({ whom, fact }) => e.signedOut({ whom, sessions: fact('sessions') }),
  }
}

export function integrationWords(e: Texts): EventWords {
  return {
    'api_key.created': ({ fact }) => e.keyCreated({ key: fact('keyName'), scopes: fact('scopes') }),
    'api_key.revoked': ({ fact }) => e.keyRevoked({ key: fact('keyName') }),
    'api_key.return_addresses_changed': ({ fact }) => e.returnsChanged({ key: fact('keyName') }),
    'app.created': ({ fact }) => e.appCreated({ app: fact('appName') }),
    'app.changed': ({ fact }) => e.appChanged({ app: fact('appName') }),
    'app.secret_rotated': ({ fact }) => e.appSecret({ app: fact('appName') }),
    'app.deleted': ({ fact }) => e.appDeleted({ app: fact('appName') }),
    'app.signed_in': ({ fact, whom }) => e.appSignedIn({ app: fact('appName'), whom }),
    'app.access_ended': ({ fact, whom }) => e.appEnded({ app: fact('appName'), whom }),
    'webhook.created': ({ fact }) => e.hookCreated({ url: fact('url') }),
    'webhook.changed': ({ fact }) => e.hookChanged({ url: fact('url') }),
    'webhook.secret_rotated': ({ fact }) => e.hookSecret({ url: fact('url') }),
    'webhook.deleted': ({ fact }) => e.hookDeleted({ url: fact('url') }),
    'webhook.paused': ({ fact }) => e.hookPaused({ url: fact('url') }),
    'webhook.resumed': ({ fact }) => e.hookResumed({ url: fact('url') }),
    'verification.started': ({ fact, whom }) => e.asked({ app: fact('app'), whom, reason: fact('reason') }),
    'verification.completed': ({ fact, whom }) => e.confirmed({ app: fact('app'), whom }),
    'verification.declined': ({ fact, whom }) => e.declined({ app: fact('app'), whom }),
    'verification.expired': ({ fact, whom }) => e.unanswered({ app: fact('app'), whom }),
    'verification.locked': ({ fact, whom }) => e.locked({ app: fact('app'), whom }),
    'verification.no_second_step': ({ fact, whom }) => e.noSecondStep({ app: fact('app'), whom }),
  }
}
