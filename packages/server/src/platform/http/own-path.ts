/**
 * A place of this site that an address of it may lead on to, as a path; null for anything that leads elsewhere
 * (`//evil`, `/\evil`, `javascript:`, control characters), however it is written.
 */
export function ownPathOf(text: unknown, publicUrl: string): string | null {
  if (typeof text !== 'string' || text.length > 1_000 || !/^\/(?![/\\])[\x21-\x7e]*$/.test(text)) return null
  if (!URL.canParse(text, publicUrl)) return null
  const url = new URL(text, publicUrl)
  return url.origin === new URL(publicUrl).origin ? url.pathname + url.search + url.hash : null
}
