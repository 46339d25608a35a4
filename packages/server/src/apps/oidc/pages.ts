import { loadMessageTexts } from '@twinlock/shared/load-message-texts'
import { directionOf, type Locale } from '@twinlock/shared/locales'
import type { MessageTexts } from '@twinlock/shared/message-catalogs'
import type { Context } from 'oidc-provider'

/** The few pages that the provider answers itself: no script, no word from outside that is not made harmless. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --paper: #f7f8f6; --surface: #fff; --ink: #17222b; --muted: #51606c; --line: #cfd6d9; --accent: #0b6266; --on-accent: #fff }
@media (prefers-color-scheme: dark) { :root { --paper: #10171b; --surface: #182127; --ink: #e9eef0; --muted: #a5b3bc; --line: #36444c; --accent: #63c7c0; --on-accent: #08211f } }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif }
main { box-sizing: border-box; width: min(26rem, 100vw - 2rem); padding: 2rem; background: var(--surface); border: 1px solid var(--line); border-radius: 0.75rem }
h1 { margin: 0 0 0.5rem; font-size: 1.375rem; line-height: 1.3 }
p { margin: 0 0 1.5rem; color: var(--muted); overflow-wrap: anywhere }
button, a.button { box-sizing: border-box; display: block; width: 100%; min-height: 2.75rem; margin-top: 0.75rem; padding: 0.6rem 1rem; border: 1px solid var(--line); border-radius: 0.5rem; background: transparent; color: var(--ink); font: inherit; font-weight: 600; text-align: center; text-decoration: none; cursor: pointer }
button.primary, a.primary { background: var(--accent); border-color: var(--accent); color: var(--on-accent) }
button:focus-visible, a:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
`

export async function pageTextsOf(locale: Locale): Promise<MessageTexts['appPages']> {
  return (await loadMessageTexts(locale)).appPages
}

/** @param content HTML, as the ready parts below make it */
export function pageOf(
  locale: Locale,
  title: string,
  content: string,
  style: string | null = '/oidc/page.css',
): string {
  return `<!DOCTYPE html>
<html lang="${locale}" dir="${directionOf(locale)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>${style ? `<link rel="stylesheet" href="${style}">` : ''}</head>
<body><main><h1>${escapeHtml(title)}</h1>${content}</main></body></html>`
}

export const paragraph = (text: string) => `<p>${escapeHtml(text)}</p>`
const linkToStart = (text: string) => `<a class="button" href="/">${escapeHtml(text)}</a>`
const button = (attributes: string, text: string) =>
  `<button type="submit" form="op.logoutForm"${attributes}>${escapeHtml(text)}</button>`

export async function logoutPage(context: Context, form: string, locale: Locale): Promise<void> {
  const { signOut: t } = await pageTextsOf(locale)
  const app = context.oidc.client?.clientName
  const content = [
    paragraph(app ? t.lineFor({ app }) : t.line),
    form,
    button(' class="primary" name="logout" value="yes"', t.everywhere),
    app ? button('', t.here({ app })) : '',
  ]
  show(context, 200, pageOf(locale, t.title, content.join('\n')))
}

export async function signedOutPage(context: Context, locale: Locale): Promise<void> {
  const t = await pageTextsOf(locale)
  show(context, 200, pageOf(locale, t.signedOut.title, paragraph(t.signedOut.line) + linkToStart(t.start)))
}

/** What cannot be sent back to the app, since nobody knows that it is the app. */
export async function problemPage(context: Context, error: string, locale: Locale): Promise<void> {
  const t = await pageTextsOf(locale)
  const { problem, late } = t
  const reasons: Record<string, string> = {
    invalid_client: problem.unknownApp,
    invalid_redirect_uri: problem.unknownAddress,
    access_denied: problem.notOpen,
    too_many_requests: problem.tooMany,
    SessionNotFound: late.line,
  }
  const code = problem.error({ code: error.replace(/\W/g, ' ') })
  const content = paragraph(reasons[error] ?? problem.other) + paragraph(code) + linkToStart(t.start)
  show(context, Math.max(context.status, 400), pageOf(locale, problem.title, content))
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

function show(context: Context, status: number, html: string): void {
  context.status = status
  context.type = 'html'
  context.body = html
}
