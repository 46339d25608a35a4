import { limits } from '@twinlock/shared/limits'
import { type AppRequirement, appRequirements, type Role } from '@twinlock/shared/vocabulary'
import { useState } from 'react'
import type { PathRuleInput } from '../../generated/graphql'
import { useTexts } from '../../texts/use-texts'
import { Button } from '../../ui/button'
import { Field, FieldError } from '../../ui/field'
import { Select } from '../../ui/select'
import type { AppRow } from './apps-documents'
import { AS_APP, audienceInput, isSameRoles, PathWhoChoice } from './who-choice'

export interface PathRule {
  /** Of this form alone. */
  key: number
  prefix: string
  /** Null: as the app. */
  roles: readonly Role[] | null
  isPublic: boolean
  /** Null: as the app. */
  requires: AppRequirement | null
  minutes: string
}

/** The rules of an app as a form has them: what a rule shares with the app follows it. */
export function usePathRules(app: AppRow | undefined) {
  const [rules, setRules] = useState<PathRule[]>(() =>
    (app?.pathRules ?? []).map(({ prefix, roles, isPublic, requires, withinMinutes }, key) => ({
      key,
      prefix,
      roles: app && isSameRoles(roles, app.roles) ? null : roles,
      isPublic,
      requires: requires === app?.requires ? null : requires,
      minutes: withinMinutes === null ? '' : String(withinMinutes),
    })),
  )
  return { rules, setRules }
}

export function pathRuleInput(rules: readonly PathRule[]): PathRuleInput[] {
  return rules.map(({ prefix, roles, isPublic, requires, minutes }) => ({
    prefix: prefix.trim(),
    isPublic,
    ...(isPublic
      ? {}
      : { ...(roles && audienceInput(roles)), requires, withinMinutes: minutes.trim() ? Number(minutes) : null }),
  }))
}

type Props = { rules: readonly PathRule[]; setRules: (rules: PathRule[]) => void; error: string | undefined }

/** What the gate asks on some paths of the app's hosts. */
export function PathRules({ rules, setRules, error }: Props) {
  const t = useTexts('apps').rules
  const change = (key: number, values: Partial<PathRule>) =>
    setRules(rules.map((rule) => (rule.key === key ? { ...rule, ...values } : rule)))
  const add = () => {
    const key = Math.max(-1, ...rules.map((rule) => rule.key)) + 1
    const rule = { key, prefix: '/', roles: null, isPublic: false, requires: null, minutes: '' }
    setRules([...rules, rule])
  }
  return (
    <fieldset className="space-y-4">
      <legend className="font-semibold">{t.title}</legend>
      <p className="text-meta text-muted">{t.line}</p>
      {rules.map((rule) => (
        <OneRule
          key={rule.key}
          rule={rule}
          onChange={(values) => change(rule.key, values)}
          onRemove={() => setRules(rules.filter(({ key }) => key !== rule.key))}
        />
      ))}
      <FieldError id="path-rules-error" error={error} />
      {rules.length < limits.app.pathRules ? <Button onClick={add}>{t.add}</Button> : null}
    </fieldset>
  )
}

type RuleProps = { rule: PathRule; onChange: (values: Partial<PathRule>) => void; onRemove: () => void }

function OneRule({ rule, onChange, onRemove }: RuleProps) {
  const texts = useTexts('apps')
  const t = texts.rules
  const { prefix, roles, isPublic, requires, minutes } = rule
  return (
    <div className="space-y-4 rounded-control border border-line p-4">
      <Field label={t.path} value={prefix} dir="ltr" onChange={({ target }) => onChange({ prefix: target.value })} />
      <PathWhoChoice
        roles={roles}
        isPublic={isPublic}
        onChange={(chosen, toEverybody) => onChange({ roles: chosen, isPublic: toEverybody })}
      />
      {isPublic ? null : (
        <>
          <Select
            label={texts.form.requires}
            value={requires ?? AS_APP}
            onChange={(value) => onChange({ requires: appRequirements.find((each) => each === value) ?? null })}
            options={[
              { value: AS_APP, label: t.asApp },
              ...appRequirements.map((value) => ({ value, label: texts.requirements[value] })),
            ]}
          />
          <Field
            label={t.minutes}
            hint={t.minutesHint}
            type="number"
            inputMode="numeric"
            min={limits.app.withinMinutes.min}
            max={limits.app.withinMinutes.max}
            value={minutes}
            onChange={({ target }) => onChange({ minutes: target.value })}
          />
        </>
      )}
      <Button aria-label={t.removeNamed({ path: prefix })} onClick={onRemove}>
        {t.remove}
      </Button>
    </div>
  )
}
