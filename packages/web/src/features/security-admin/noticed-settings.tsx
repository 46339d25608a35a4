import { durationText } from '@twinlock/shared/duration-text'
import { limits } from '@twinlock/shared/limits'
import { useState } from 'react'
import { graphql } from '../../generated/gql'
import { useTexts } from '../../texts/use-texts'
import { RadioList } from '../../ui/radio-list'
import { Select } from '../../ui/select'
import { NoticedSettingDialog } from './setting-dialog'

const TRUSTED_DEVICES_PREVIEW = graphql(`
  query TrustedDevicesPreview($slug: String!, $days: Int!, $graceHours: Int!) {
    network(slug: $slug) {
      id
      security {
        id
        preview: previewTrustedDeviceDays(days: $days, graceHours: $graceHours) {
          ...Notice
        }
      }
    }
  }
`)
const SET_TRUSTED_DEVICE_DAYS = graphql(`
  mutation SetTrustedDeviceDays($networkId: ID!, $days: Int!, $graceHours: Int!, $timeZone: String) {
    setTrustedDeviceDays(networkId: $networkId, days: $days, graceHours: $graceHours, timeZone: $timeZone) {
      ...ChangedSetting
      ...InvalidFields
    }
  }
`)
const DAYS = [0, 1, 7, 14, 30]

export function TrustedDevicesDialog({ current, onClose }: { current: number; onClose: () => void }) {
  const t = useTexts('security').settings
  const { duration } = useTexts('common')
  const [days, setDays] = useState(current)
  const options = [...new Set([...DAYS, current])].sort((one, other) => one - other)
  return (
    <NoticedSettingDialog
      title={t.devices}
      submitLabel={t.save}
      onClose={onClose}
      preview={TRUSTED_DEVICES_PREVIEW}
      set={SET_TRUSTED_DEVICE_DAYS}
      chosen={{ days }}
    >
      <Select
        label={t.devicesField}
        value={String(days)}
        options={options.map((count) => ({
          value: String(count),
          label: count === 0 ? t.never : duration.days({ count }),
        }))}
        onChange={(value) => setDays(Number(value))}
      />
    </NoticedSettingDialog>
  )
}

const PASSKEY_SIGN_IN_PREVIEW = graphql(`
  query PasskeySignInPreview($slug: String!, $isAllowed: Boolean!, $graceHours: Int!) {
    network(slug: $slug) {
      id
      security {
        id
        preview: previewPasskeySignIn(isAllowed: $isAllowed, graceHours: $graceHours) {
          ...Notice
        }
      }
    }
  }
`)
const SET_PASSKEY_SIGN_IN = graphql(`
  mutation SetPasskeySignIn($networkId: ID!, $isAllowed: Boolean!, $graceHours: Int!, $timeZone: String) {
    setPasskeySignIn(networkId: $networkId, isAllowed: $isAllowed, graceHours: $graceHours, timeZone: $timeZone) {
      ...ChangedSetting
      ...InvalidFields
    }
  }
`)

/** Requires the password beside a passkey, or allows passkeys alone again. */
export function PasskeySignInDialog({ isAllowed, onClose }: { isAllowed: boolean; onClose: () => void }) {
  const t = useTexts('security').settings
  return (
    <NoticedSettingDialog
      title={t.passkeys}
      submitLabel={isAllowed ? t.passkeysRefuse : t.passkeysAllow}
      onClose={onClose}
      preview={PASSKEY_SIGN_IN_PREVIEW}
      set={SET_PASSKEY_SIGN_IN}
      chosen={{ isAllowed: !isAllowed }}
    >
      <p className="text-muted">{isAllowed ? t.passkeysOff : t.passkeysOn}</p>
    </NoticedSettingDialog>
  )
}

const SESSION_LIMIT_PREVIEW = graphql(`
  query SessionLimitPreview($slug: String!, $hours: Int, $idleHours: Int, $graceHours: Int!) {
    network(slug: $slug) {
      id
      security {
        id
        preview: previewSessionLimit(hours: $hours, idleHours: $idleHours, graceHours: $graceHours) {
          ...Notice
        }
      }
    }
  }
`)
const SET_SESSION_LIMIT = graphql(`
  mutation SetSessionLimit($networkId: ID!, $hours: Int, $idleHours: Int, $graceHours: Int!, $timeZone: String) {
    setSessionLimit(
      networkId: $networkId
      hours: $hours
      idleHours: $idleHours
      graceHours: $graceHours
      timeZone: $timeZone
    ) {
      ...ChangedSetting
      ...InvalidFields
    }
  }
`)

type SessionLimit = { hours: number; idleHours: number }
const preset: SessionLimit = { hours: limits.networkSessionHours.preset, idleHours: limits.networkIdleHours.preset }
const workday: SessionLimit = { hours: 12, idleHours: 4 }
const week: SessionLimit = { hours: 7 * 24, idleHours: 24 }
const offered = [null, preset, workday, week]
const keyOf = (limit: SessionLimit | null) => (limit ? `${limit.hours}/${limit.idleHours}` : '')

export function SessionLimitDialog({ current, onClose }: { current: SessionLimit | null; onClose: () => void }) {
  const t = useTexts('security').settings
  const textOf = useSessionLimitText()
  const [chosen, setChosen] = useState(keyOf(current))
  const choices = offered.some((each) => keyOf(each) === keyOf(current)) ? offered : [...offered, current]
  const { hours = null, idleHours = null } = choices.find((each) => keyOf(each) === chosen) ?? {}
  return (
    <NoticedSettingDialog
      title={t.sessions}
      submitLabel={t.save}
      onClose={onClose}
      preview={SESSION_LIMIT_PREVIEW}
      set={SET_SESSION_LIMIT}
      chosen={{ hours, idleHours }}
    >
      <p className="text-muted">{t.sessionsLine}</p>
      <RadioList
        name="limit"
        label={t.sessionsField}
        value={chosen}
        options={choices.map((each) => ({
          value: keyOf(each),
          label: textOf(each),
        }))}
        onChange={setChosen}
      />
    </NoticedSettingDialog>
  )
}

/** How long a sign-in counts in a network, in all and without a visit. */
export function useSessionLimitText(): (limit: SessionLimit | null) => string {
  const t = useTexts('security').settings
  const { duration } = useTexts('common')
  return (limit) =>
    limit
      ? t.sessionsOn({ total: durationText(limit.hours, duration), idle: durationText(limit.idleHours, duration) })
      : t.sessionsOff
}
