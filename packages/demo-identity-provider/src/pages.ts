import type { DemoPerson } from './people.js'

/** The page on which people choose who they are: there are no passwords to remember. */
export function choosePage(people: readonly DemoPerson[], uid: string): string {
  const choices = people
    .filter(({ isActive }) => isActive)
    .map(
      ({ id, name, email, amr }) =>
        `<button name="person" value="${escaped(id)}"><b>${escaped(name)}</b><br>${escaped(email)}<br><small>${escaped(wayOf(amr))}</small></button>`,
    )
  return page(
    'Who are you?',
    `<p>This is a company’s identity provider, for trying things out. Choose a person.</p>
    <form method="post" action="/interaction/${escaped(uid)}">${choices.join('')}
    <button name="cancel" value="yes">Cancel</button></form>`,
  )
}

/** The page of the company's administrator: switches people off and on. */
export function peoplePage(people: readonly DemoPerson[]): string {
  const rows = people.map(
    ({ id, name, email, isActive }) =>
      `<form method="post" action="/people/${escaped(id)}"><p><b>${escaped(name)}</b>, ${escaped(email)}<br>
      <button name="isActive" value="${!isActive}">${isActive ? 'Switch off' : 'Switch on'} ${escaped(name)}</button></p></form>`,
  )
  return page(
    'People of the company',
    `<p>A person who is switched off is signed out everywhere, and cannot sign in.</p>${rows.join('')}`,
  )
}

/** Asks nothing: a person who comes here has just signed out. */
export function signOutPage(form: string): string {
  return page(
    'Signing out',
    `${form}<input type="hidden" name="logout" value="yes" form="op.logoutForm">
    <button form="op.logoutForm">Sign out here too</button>
    <script>document.getElementById('op.logoutForm').submit()</script>`,
  )
}

export function page(title: string, content: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title} – demo identity provider</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <style>
      body { font: 16px/24px system-ui, sans-serif; max-width: 27rem; margin: 10vh auto; padding: 0 1rem; color: #17222b; background: #f7f8f6 }
      button { display: block; width: 100%; min-height: 44px; margin: 0 0 1rem; padding: .75rem 1rem; font: inherit; text-align: left; border: 1px solid #7a8792; border-radius: 8px; background: #fff; cursor: pointer }
      small { color: #51606c }
      @media (prefers-color-scheme: dark) { body { color: #e9eef0; background: #10171b } button { color: inherit; background: #182127; border-color: #74838e } small { color: #a5b3bc } }
    </style></head><body><h1>${title}</h1>${content}</body></html>`
}

function wayOf(amr: DemoPerson['amr']): string {
  if (!amr) return 'The provider does not say how'
  return amr.includes('mfa') ? 'Signs in with a second step' : 'Signs in with a password alone'
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
