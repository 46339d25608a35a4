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

export function pageOf(title: string, content: string, style: string | null = '/oidc/page.css'): string {
  return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>${style ? `<link rel="stylesheet" href="${style}">` : ''}</head>
<body><main><h1>${escapeHtml(title)}</h1>${content}</main></body></html>`
}

export function logoutPage(context: Context, form: string): void {
  const app = context.oidc.client?.clientName
  const here = app ? `<button type="submit" form="op.logoutForm">Sign out of ${escapeHtml(app)} alone</button>` : ''
  show(
    context,
    200,
    pageOf(
      'Sign out?',
      `<p>You can sign out of everything that you opened with this account, ${app ? `or of ${escapeHtml(app)} alone` : 'or go back'}.</p>
${form}<button class="primary" type="submit" form="op.logoutForm" name="logout" value="yes">Sign out everywhere</button>${here}`,
    ),
  )
}

export function signedOutPage(context: Context): void {
  show(
    context,
    200,
    pageOf('You are signed out', '<p>You can close this page.</p><a class="button" href="/">Go to the start page</a>'),
  )
}

const reasons: Record<string, string> = {
  invalid_client: 'It names an app that is not known here. It may have been deleted.',
  invalid_redirect_uri: 'It wants to send you to an address that is not on its list.',
  access_denied: 'You may not open it, or you stopped on the way.',
  SessionNotFound: 'It took too long, or was begun in another browser.',
}

/** What cannot be sent back to the app, since nobody knows that it is the app. */
export function problemPage(context: Context, error: string): void {
  const reason = reasons[error] ?? 'Begin again in the app. If it happens again, tell whoever looks after it.'
  const status = Math.max(context.status, 400)
  show(
    context,
    status,
    pageOf(
      'That link did not work',
      `<p>${reason}</p><p>Error: ${escapeHtml(error.replace(/\W/g, ' '))}</p><a class="button" href="/">Go to the start page</a>`,
    ),
  )
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

function show(context: Context, status: number, html: string): void {
  context.status = status
  context.type = 'html'
  context.body = html
}
