import { Outlet, Route, Routes } from 'react-router'
import type { Script } from '../../testing/answering-link'
import { renderApp } from '../../testing/render-app'
import { MemberPage } from './member.page'
import { member, members } from './security.fixture'
import { SecurityPage } from './security.page'
import { SecuritySettingsPage } from './security-settings.page'

/** The Security page with its settings and its page for one member, as an Admin of Acme sees them. */
export function showSecurity(script: Script, plan: 'FREE' | 'PRO' = 'PRO', place = '') {
  const network = { id: 'acme', slug: 'acme', name: 'Acme', plan, membership: { id: 'acme:Maria', role: 'ADMIN' } }
  const page = (
    <Routes>
      <Route element={<Outlet context={network} />}>
        <Route path="/networks/:slug/security" element={<SecurityPage />} />
        <Route path="/networks/:slug/security/members/:memberId" element={<MemberPage />} />
        <Route path="/networks/:slug/security/settings" element={<SecuritySettingsPage />} />
      </Route>
    </Routes>
  )
  return renderApp(page, `/networks/acme/security${place}`, { NetworkMembers: members(member('Ben')), ...script })
}
