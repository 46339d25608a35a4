import { type ReactNode, useId, useState } from 'react'
import { useTexts } from '../texts/use-texts'
import { Button } from './button'
import { classNames } from './class-names'
import { Icon } from './icon'

type Props = {
  search: ReactNode
  /** How many of the choices narrow the list: said while they are folded away. */
  count: number
  /** What the list is narrowed by: `Select`s without a visible label. */
  children: ReactNode
  /** At the end of the line. */
  beside?: ReactNode
}

/** One line above a list. On phones the choices are folded away, and take the width that their words need. */
export function FilterBar({ search, count, children, beside }: Props) {
  const t = useTexts('common').filter
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  return (
    <div className="mt-3 flex flex-wrap gap-2">
      <div className="min-w-48 flex-1 max-md:basis-full">{search}</div>
      <Button
        className="flex-auto md:hidden"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="sliders" />
        {count > 0 ? t.some({ count }) : t.none}
      </Button>
      <div
        id={id}
        className={classNames('gap-2 max-md:grid max-md:basis-full md:contents', !isOpen && 'max-md:hidden')}
      >
        {children}
      </div>
      {beside}
    </div>
  )
}
