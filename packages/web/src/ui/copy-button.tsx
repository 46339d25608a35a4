import { useState } from 'react'
import { useTexts } from '../texts/use-texts'
import { Button, type ButtonKind } from './button'
import { Icon } from './icon'
import { announce } from './toast'

type Props = {
  text: string
  label: string
  /** What is heard, where several stand beside each other; it begins or ends with the label. */
  fullLabel?: string
  kind?: ButtonKind
  className?: string
  onCopied?: () => void
}

export function CopyButton({ text, label, fullLabel, kind = 'secondary', className, onCopied }: Props) {
  const t = useTexts('common').copy
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'barred'>('none')
  const copy = async () => {
    const isCopied = await writeToClipboard(text)
    setOutcome(isCopied ? 'copied' : 'barred')
    announce(isCopied ? t.copied : t.barred)
    if (isCopied) onCopied?.()
  }
  return (
    <>
      <Button kind={kind} className={className} aria-label={fullLabel ?? label} onClick={copy}>
        <Icon name={outcome === 'copied' ? 'check' : 'copy'} />
        {outcome === 'copied' ? t.copied : label}
      </Button>
      {outcome === 'barred' ? (
        <span className="text-meta text-muted" aria-hidden="true">
          {t.barred}
        </span>
      ) : null}
    </>
  )
}

/** Without TLS on another machine than one's own, browsers have no clipboard. */
async function writeToClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
