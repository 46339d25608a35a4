import { expect, type Locator, type Page } from '@playwright/test'

/** The one field for a code, which a phone would fill by itself. */
export function codeField(scope: Page | Locator): Locator {
  return scope.locator('input[autocomplete="one-time-code"]')
}

/** Types the six digits; the sixth one sends them. */
export async function typeCode(scope: Page | Locator, code: string): Promise<void> {
  await codeField(scope).fill(code)
}

/** The message at the code field, tied to it for people who cannot see it. */
export async function expectCodeProblem(scope: Page | Locator, problem: string | RegExp): Promise<void> {
  const field = codeField(scope)
  await expect(field).toHaveAccessibleDescription(
    typeof problem === 'string' ? new RegExp(literally(problem)) : problem,
  )
  await expect(field).toHaveAttribute('aria-invalid', 'true')
  await expect(field).toBeFocused()
}

/** Six digits that are not these. */
export function wrongCode(right: string): string {
  return String((Number(right) + 1) % 1_000_000).padStart(6, '0')
}

function literally(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
