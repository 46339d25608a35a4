import { useTexts } from '../../texts/use-texts'
import { Row } from '../../ui/column-page'
import { DialogButton } from '../../ui/dialog-button'
import { LinksDialog } from './links-dialog'

/** Who is linked to which identity of the provider, where that has to be undone. */
export function LinksRow() {
  const t = useTexts('ssoAdmin').links
  return (
    <Row
      title={t.title}
      action={<DialogButton dialog={(close) => <LinksDialog onClose={close} />}>{t.button}</DialogButton>}
    >
      {t.line}
    </Row>
  )
}
