import { useCallback, useEffect, useRef, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import type { PhoneEntry } from '../../ui/phone-input'

/** What the steps of SMS keep in their entry of the browser's history. */
export type SmsStepState = {
  phone?: PhoneEntry
  /** The code was requested again too late: a new one begins here. */
  isOver?: boolean
}

/** A browser allows only so many changes of its history at once. */
const KEPT_AFTER = 300

export type PhoneDraft = {
  /** As typed, so that "Change number" need not begin from nothing. */
  phone: PhoneEntry
  setPhone: (entry: PhoneEntry) => void
  /** Stores it now: a user who goes on to the next step must not be led back by a write that was still pending. */
  keepPhone: () => void
}

/** The number as typed: the entry of its step keeps it, so that a reload does not lose it. */
export function usePhoneDraft(numberStep: string): PhoneDraft {
  const { pathname, search, state } = useLocation()
  const navigate = useNavigate()
  const kept = (state as SmsStepState | null)?.phone
  const [phone, setPhone] = useState<PhoneEntry>(kept ?? { number: '', country: undefined })
  const isKept = kept ? kept.number === phone.number && kept.country === phone.country : phone.number === ''
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const keepPhone = useCallback(() => {
    clearTimeout(timer.current)
    if (pathname === numberStep && !isKept)
      navigate({ pathname, search }, { replace: true, state: { ...state, phone } satisfies SmsStepState })
  }, [pathname, search, state, numberStep, phone, isKept, navigate])
  useEffect(() => {
    timer.current = setTimeout(keepPhone, KEPT_AFTER)
    return () => clearTimeout(timer.current)
  }, [keepPhone])
  return { phone, setPhone, keepPhone }
}
