import { useNavigate } from 'react-router'
import { useSignOut } from '../steps/use-sign-out'
import { useTexts } from '../texts/use-texts'
import { Icon } from '../ui/icon'
import { Menu } from '../ui/menu'

export function AccountMenu({ name, email }: { name: string; email: string }) {
  const t = useTexts('common').menu
  const navigate = useNavigate()
  const signOut = useSignOut()
  return (
    <Menu
      label={t.label({ name })}
      trigger={
        <>
          <Icon name="person" />
          <span className="max-w-40 truncate max-[30rem]:sr-only">{name}</span>
        </>
      }
      header={
        <>
          <span className="block truncate font-semibold">{name}</span>
          <span className="block truncate text-meta text-muted">{email}</span>
        </>
      }
      items={[
        { label: t.account, onSelect: () => navigate('/account') },
        { label: t.networks, onSelect: () => navigate('/networks') },
        { label: t.signOut, onSelect: () => void signOut() },
      ]}
    />
  )
}
