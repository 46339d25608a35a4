import { useState } from 'react'
import { useTexts } from '../../texts/use-texts'
import { Button } from '../../ui/button'
import { Row } from '../../ui/column-page'
import { LinksDialog } from './links-dialog'

/** Who is linked to which identity of the provider, where that has to be undone. */
export function LinksRow() {
  const t = useTexts('ssoAdmin').links
  const [isOpen, setOpen] = useState(false)
  return (
    <Row title={t.title} action={<Button onClick={() => setOpen(true)}>{t.button}</Button>}>
      {t.line}
      {isOpen ? <LinksDialog onClose={() => setOpen(false)} /> : null}
    </Row>
  )
}
