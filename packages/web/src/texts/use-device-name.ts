import { printDeviceName } from '@twinlock/shared/device-name'
import { useTexts } from './use-texts'

/** Writes where a request came from in the reader's language: "Firefox on Windows". */
export function useDeviceName(): (stored: string) => string {
  const t = useTexts('common').device
  return (stored) => printDeviceName(stored, t)
}
