import { useEffect, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import type { PhoneEntry } from '../../ui/phone-input'

/** What the steps of SMS keep in their entry of the browser's history. */
export type SmsStepState = {
  phone?: PhoneEntry
  /** The code was asked for again too late: a new one begins here. */
  isOver?: boolean
}

/** A browser allows only so many changes of its history at once. */
const KEPT_AFTER = 300

/** The number as typed: the entry of its step keeps it, so that a reload does not lose it. */
export function useKeptPhone(numberStep: string): [PhoneEntry, (entry: PhoneEntry) => void] {
  const { pathname, search, state } = useLocation()
  const navigate = useNavigate()
  const kept = (state as SmsStepState | null)?.phone
  const [phone, setPhone] = useState<PhoneEntry>(kept ?? { number: '', country: undefined })
  const isKept = kept ? kept.number === phone.number && kept.country === phone.country : phone.number === ''
  useEffect(() => {
    if (pathname !== numberStep || isKept) return
    const timer = setTimeout(
      () => navigate({ pathname, search }, { replace: true, state: { ...state, phone } satisfies SmsStepState }),
      KEPT_AFTER,
    )
    return () => clearTimeout(timer)
  }, [pathname, search, state, numberStep, phone, isKept, navigate])
  return [phone, setPhone]
}
