import { useLocation } from 'react-router'
import { useOpenedNetwork } from '../../steps/opened-network'
import { useTexts } from '../../texts/use-texts'
import { PageHeading } from '../../ui/page-heading'
import { Tabs } from '../../ui/tabs'

/** The title of the Security page, and its places. */
export function SecurityTabs() {
  const t = useTexts('security')
  const { slug } = useOpenedNetwork()
  const { pathname } = useLocation()
  const base = `/networks/${slug}/security`
  const tabs = [
    { to: base, label: t.tabs.twoFactor },
    { to: `${base}/sso`, label: t.tabs.sso },
    { to: `${base}/settings`, label: t.settings.title },
    { to: `${base}/activity`, label: t.tabs.audit },
  ]
  return (
    <>
      <PageHeading part={tabs.find(({ to }) => to === pathname)?.label}>{t.title}</PageHeading>
      <Tabs label={t.title} tabs={tabs} />
    </>
  )
}
