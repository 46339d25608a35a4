import { createServer } from 'node:http'
import { exportJWK, generateKeyPair } from 'jose'
import * as openid from 'openid-client'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { appOf, CALLBACK } from '../app.fixture.js'
import { Stage } from './stage.fixture.js'

let stage: Stage
let issuer: URL
beforeAll(async () => {
  stage = await Stage.set(inject('mongodbUri'))
  issuer = new URL(`${stage.publicUrl}/oidc`)
})
afterAll(() => stage?.testApp.close())

const insecure = { execute: [openid.allowInsecureRequests] }

/** From the address that the library makes to the one that comes back. */
async function authorize(config: openid.Configuration, parameters: Record<string, string>, isPushed = false) {
  const address = isPushed
    ? await openid.buildAuthorizationUrlWithPAR(config, parameters)
    : openid.buildAuthorizationUrl(config, parameters)
  const landing = createServer((_, response) => response.end('landed'))
  await new Promise<void>((resolve) => landing.listen(9_999, '127.0.0.1', resolve))
  try {
    return new URL((await stage.visitor().visit(address.href)).url)
  } finally {
    landing.close()
  }
}

test('the configuration says what there is: PKCE, pairwise subjects, levels, logout', async () => {
  const config = await openid.discovery(issuer, 'x', 'y', undefined, insecure)
  expect(config.serverMetadata()).toMatchObject({
    issuer: issuer.href,
    code_challenge_methods_supported: ['S256'],
    response_types_supported: ['code'],
    subject_types_supported: ['pairwise'],
    acr_values_supported: ['urn:twinlock:acr:1', 'urn:twinlock:acr:2', 'urn:twinlock:acr:phr'],
    id_token_signing_alg_values_supported: ['RS256', 'ES256'],
    backchannel_logout_supported: true,
    backchannel_logout_session_supported: true,
    end_session_endpoint: `${issuer.href}/session/end`,
    authorization_response_iss_parameter_supported: true,
    claims_supported: expect.arrayContaining(['sub', 'email', 'groups', 'acr', 'amr', 'auth_time']),
  })
})

test.each([false, true])(
  'code with PKCE, tokens, userinfo, refresh, introspection, revocation (pushed: %s)',
  async (isPushed) => {
    const app = await appOf(stage.admin, stage.network)
    const config = await openid.discovery(issuer, app.id, app.secret, undefined, insecure)
    const [verifier, state, nonce] = [openid.randomPKCECodeVerifier(), openid.randomState(), openid.randomNonce()]
    const back = await authorize(
      config,
      {
        redirect_uri: CALLBACK,
        scope: 'openid profile email',
        state,
        nonce,
        code_challenge: await openid.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      },
      isPushed,
    )
    const checks = { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true }
    const tokens = await openid.authorizationCodeGrant(config, back, checks)
    const claims = tokens.claims()
    expect(claims).toMatchObject({ email: stage.admin.email, role: 'OWNER' })
    const info = await openid.fetchUserInfo(config, tokens.access_token, claims?.sub ?? '')
    expect(info.email).toBe(stage.admin.email)
    const renewed = await openid.refreshTokenGrant(config, tokens.refresh_token ?? '')
    expect((await openid.tokenIntrospection(config, renewed.access_token)).active).toBe(true)
    await openid.tokenRevocation(config, renewed.refresh_token ?? '')
    expect((await openid.tokenIntrospection(config, renewed.access_token)).active).toBe(false)
  },
)

test('an app that signs its own assertions needs no secret, and each is good once', async () => {
  const { publicKey, privateKey } = await generateKeyPair('ES256')
  const jwks = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), alg: 'ES256', kid: 'own' }] })
  const app = await appOf(stage.admin, stage.network, { tokenEndpointAuthMethod: 'private_key_jwt', jwks })
  expect(app.secret).toBe('')
  let assertion = ''
  const signed = openid.PrivateKeyJwt({ key: privateKey, kid: 'own' })
  const method: openid.ClientAuth = async (server, client, body, headers) => {
    await signed(server, client, body, headers)
    assertion = body.get('client_assertion') ?? ''
  }
  const config = await openid.discovery(issuer, app.id, undefined, method, insecure)
  const verifier = openid.randomPKCECodeVerifier()
  const back = await authorize(config, {
    redirect_uri: CALLBACK,
    scope: 'openid',
    code_challenge: await openid.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  })
  const tokens = await openid.authorizationCodeGrant(config, back, { pkceCodeVerifier: verifier })
  const replayed = await fetch(`${issuer.href}/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'refresh_token',
      refresh_token: tokens.refresh_token ?? '',
      client_id: app.id,
      client_assertion: assertion,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    }),
  })
  expect(replayed.status).toBe(401)
})
