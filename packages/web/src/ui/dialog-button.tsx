import { type ComponentProps, type ReactNode, useState } from 'react'
import { Button } from './button'

type Props = Omit<ComponentProps<typeof Button>, 'onClick'> & { dialog: (close: () => void) => ReactNode }

/** Opens a dialog, which goes away with its button: one that must outlast it belongs to what stands around both. */
export function DialogButton({ dialog, ...button }: Props) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button {...button} onClick={() => setOpen(true)} />
      {isOpen ? dialog(() => setOpen(false)) : null}
    </>
  )
}
