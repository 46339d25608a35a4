import { ssoPresets } from '@twinlock/shared/sso-presets'
import { useState } from 'react'
import { useAct } from '../../api/use-act'
import { FormDialog } from '../../steps/form-dialog'
import { useOpenedNetwork } from '../../steps/opened-network'
import { useRefusals } from '../../steps/use-refusals'
import { useTexts } from '../../texts/use-texts'
import { Callout } from '../../ui/callout'
import { Field } from '../../ui/field'
import { Select } from '../../ui/select'
import { toast } from '../../ui/toast'
import { CopyRow } from './copy-row'
import { type NetworkSsoFields, SAVE_SSO_CONNECTION } from './sso-documents'

type Refusal = { fields: Record<string, string>; text?: string; detail?: string }

/** What to enter at the provider, and what it gives in return; its metadata is requested before anything is saved. */
export function ConnectionDialog({ sso, onClose }: { sso: NetworkSsoFields; onClose: () => void }) {
  const texts = useTexts('ssoAdmin')
  const t = texts.setUp
  const network = useOpenedNetwork()
  const { run, ...mutation } = useAct(SAVE_SSO_CONNECTION)
  const { needOf, textOf } = useRefusals()
  const [preset, setPreset] = useState('')
  const [refusal, setRefusal] = useState<Refusal>()
  const { connection } = sso
  const example = ssoPresets.find(({ id }) => id === preset)?.issuerExample

  const save = async ({ issuer = '', clientId = '', clientSecret = '' }: Record<string, string>) => {
    const input = { networkId: network.id, issuer, clientId, clientSecret: clientSecret || null }
    const answer = await run({ input })
    switch (answer?.__typename) {
      case 'SsoChanged':
        toast(texts.saved)
        return onClose()
      case 'InvalidInput':
        return setRefusal({ fields: Object.fromEntries(answer.fields.map(({ field }) => [field, needOf(field)])) })
      case 'SsoProviderProblem':
        return setRefusal({ fields: {}, text: texts.troubles[answer.reason], detail: answer.detail })
      case 'SsoChangeRefused':
        return setRefusal({ fields: {}, text: textOf(answer) ?? '' })
    }
  }
  const copy = (label: string, text: string) => (
    <CopyRow label={label} text={text} copyLabel={t.copy({ what: label })} />
  )
  return (
    <FormDialog
      {...mutation}
      title={connection ? texts.provider.title : t.title}
      onClose={onClose}
      submitLabel={t.button}
      onSubmit={(values) => void save(values)}
      refusal={refusal}
    >
      <h3 className="font-semibold">{t.first}</h3>
      <div className="space-y-3 rounded-control border border-hair p-4">
        {copy(t.callback, sso.callbackUrl)}
        {copy(t.logout, sso.backChannelLogoutUrl)}
        {copy(t.afterSignOut, sso.afterSignOutUrl)}
      </div>
      <h3 className="font-semibold">{t.second}</h3>
      <Select
        label={t.kind}
        value={preset}
        options={[{ value: '', label: t.kindOther }, ...ssoPresets.map(({ id, name }) => ({ value: id, label: name }))]}
        onChange={setPreset}
      />
      <Field
        name="issuer"
        label={t.issuer}
        hint={t.issuerHint}
        defaultValue={connection?.issuer}
        placeholder={example ?? 'https://login.example.com'}
        error={refusal?.fields.issuer}
        inputMode="url"
        isExact
      />
      <Field
        name="clientId"
        label={t.clientId}
        defaultValue={connection?.clientId}
        error={refusal?.fields.clientId}
        isExact
      />
      <Field
        name="clientSecret"
        type="password"
        label={t.secret}
        hint={connection?.hasSecret ? t.secretKeep : t.secretHint}
        error={refusal?.fields.clientSecret}
      />
      {refusal?.text ? (
        <Callout tone="danger" isUrgent>
          <p>{refusal.text}</p>
          {refusal.detail ? (
            <p className="text-meta wrap-anywhere">
              {t.forProvider} <span lang="en">{refusal.detail}</span>
            </p>
          ) : null}
        </Callout>
      ) : null}
    </FormDialog>
  )
}
