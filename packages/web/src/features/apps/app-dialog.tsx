import {
  type AppRequirement,
  roles as allRoles,
  appRequirements,
  type ClientAuthMethod,
  clientAuthMethods,
  type Role,
  signingAlgorithms,
} from '@twinlock/shared/vocabulary'
import { useState } from 'react'
import { graphql } from '../../generated/gql'
import { FormDialog } from '../../steps/form-dialog'
import { useChange } from '../../steps/use-change'
import { useTexts } from '../../texts/use-texts'
import { Field, TextArea } from '../../ui/field'
import { Select } from '../../ui/select'
import { APPS, type AppRow } from './apps-documents'
import { LogoChoice } from './logo-choice'
import { PathRules, pathRuleInput, usePathRules } from './path-rules'
import { RecipesDialog } from './recipes-dialog'
import { audienceInput, WhoChoice } from './who-choice'

const CREATE_APP = graphql(`
  mutation CreateApp($input: CreateAppInput!) {
    createApp(input: $input) {
      ... on AppCreated {
        clientSecret
        app {
          ...AppFields
        }
      }
      ...InvalidFields
    }
  }
`)

const UPDATE_APP = graphql(`
  mutation UpdateApp($input: UpdateAppInput!) {
    updateApp(input: $input) {
      ... on AppUpdated {
        app {
          ...AppFields
        }
      }
      ...InvalidFields
    }
  }
`)

/** The controls that say themselves what is wrong with them. */
const fields = [
  'name',
  'logo',
  'redirectUris',
  'hosts',
  'pathRules',
  'backChannelLogoutUri',
  'postLogoutRedirectUris',
  'jwks',
  'tokenEndpointAuthMethod',
]

type Props = { networkId: string; app?: AppRow; onClose: () => void }

/** Asks what the app is called, where it lives and who may open it; a new one is then shown with its secret and recipes. */
export function AppDialog({ networkId, app, onClose }: Props) {
  const texts = useTexts('apps')
  const t = texts.form
  const options = { onClose, fields, refetch: [APPS] }
  const creating = useChange(CREATE_APP, { ...options, done: 'AppCreated' })
  const updating = useChange(UPDATE_APP, { ...options, done: 'AppUpdated' })
  const { isBusy, failure, problem, problems } = app ? updating : creating
  const [logo, setLogo] = useState(app?.logo ?? null)
  const [roles, setRoles] = useState<readonly Role[]>(app?.roles ?? allRoles)
  const [requires, setRequires] = useState<AppRequirement>(app?.requires ?? 'SIGNED_IN')
  const { rules, setRules } = usePathRules(app)
  const [proof, setProof] = useState(app?.tokenEndpointAuthMethod ?? 'client_secret_basic')
  const [signing, setSigning] = useState(app?.idTokenSignedResponseAlg ?? 'RS256')
  const [made, setMade] = useState<{ app: AppRow; secret: string | null } | null>(null)

  const save = async ({
    name = '',
    redirectUris = '',
    hosts = '',
    backChannelLogoutUri = '',
    postLogoutRedirectUris = '',
    jwks = '',
  }: Record<string, string>) => {
    const input = {
      name,
      logo,
      redirectUris: listOf(redirectUris),
      postLogoutRedirectUris: listOf(postLogoutRedirectUris),
      hosts: listOf(hosts),
      backChannelLogoutUri: backChannelLogoutUri.trim() || null,
      ...audienceInput(roles),
      requires,
      pathRules: pathRuleInput(rules),
      tokenEndpointAuthMethod: proof,
      jwks: jwks.trim() || null,
      idTokenSignedResponseAlg: signing,
    }
    if (app) return updating.change({ input: { id: app.id, ...input } }, t.saved({ name }))
    const answer = await creating.change({ input: { networkId, ...input } })
    if (answer) setMade({ app: answer.app, secret: answer.clientSecret })
    return answer
  }
  if (made) return <RecipesDialog app={made.app} secret={made.secret} isNew onClose={onClose} />
  return (
    <FormDialog
      isWide
      title={app ? t.changeTitle({ name: app.name }) : texts.add}
      onClose={onClose}
      submitLabel={app ? t.save : texts.add}
      onSubmit={save}
      isBusy={isBusy}
      failure={failure}
      problem={problem}
      problems={problems}
    >
      <Field name="name" label={t.name} hint={t.nameHint} defaultValue={app?.name} />
      <LogoChoice logo={logo} onChange={setLogo} error={problems?.logo} />
      <Field
        name="redirectUris"
        label={t.redirects}
        hint={t.redirectsHint}
        defaultValue={app?.redirectUris.join(', ')}
      />
      <Field name="hosts" label={t.hosts} hint={t.hostsHint} defaultValue={app?.hosts.join(', ')} />
      <WhoChoice roles={roles} onChange={setRoles} />
      <Select
        label={t.requires}
        value={requires}
        onChange={(value) => setRequires(value as AppRequirement)}
        options={appRequirements.map((value) => ({ value, label: texts.requirements[value] }))}
      />
      <PathRules rules={rules} setRules={setRules} error={problems?.pathRules} />
      <Field
        name="backChannelLogoutUri"
        label={t.backChannel}
        hint={t.backChannelHint}
        defaultValue={app?.backChannelLogoutUri ?? ''}
      />
      <Field
        name="postLogoutRedirectUris"
        label={t.afterSignOut}
        hint={t.afterSignOutHint}
        defaultValue={app?.postLogoutRedirectUris.join(', ')}
      />
      <Select
        label={t.proof}
        value={proof}
        onChange={setProof}
        options={clientAuthMethods.map((value: ClientAuthMethod) => ({ value, label: t.proofs[value] }))}
      />
      {proof === 'private_key_jwt' ? (
        <TextArea
          name="jwks"
          label={t.jwks}
          hint={t.jwksHint}
          error={problems?.jwks ?? problems?.tokenEndpointAuthMethod}
          defaultValue={app?.jwks ?? ''}
          dir="ltr"
          className="font-mono text-meta"
        />
      ) : null}
      <Select
        label={t.signing}
        value={signing}
        onChange={setSigning}
        options={signingAlgorithms.map((value) => ({ value, label: value }))}
      />
    </FormDialog>
  )
}

const listOf = (text: string) => text.split(/[\s,]+/).filter(Boolean)
