import { groupBackupCode } from '@twinlock/shared/code-input'
import { useEffect, useRef } from 'react'
import { graphql } from '../generated/gql'
import type { SheetFragment } from '../generated/graphql'
import { useTexts } from '../texts/use-texts'
import { useMoments } from '../time/use-moments'
import { Button } from '../ui/button'
import { classNames } from '../ui/class-names'
import { CopyButton } from '../ui/copy-button'
import { Icon } from '../ui/icon'
import { toast } from '../ui/toast'

graphql(`
  fragment Sheet on BackupCodeSheet {
    generatedAt
    codes {
      code
      usedAt
    }
  }
`)

/** As the API gives it: each code with the moment it was used, if it was. */
export type BackupSheet = Omit<SheetFragment, '__typename'>

/** Needs a recent confirmation; logged, and mailed to the account. */
export const REVEAL_BACKUP_CODES = graphql(`
  mutation RevealBackupCodes {
    revealBackupCodes {
      ...Sheet
    }
  }
`)

type Props = {
  sheet: BackupSheet
  email: string
  onSaved?: () => void
  /** Replaces the button that requested it, and takes its focus. */
  takesFocus?: boolean
}

/** The sheet of codes, on screen and on paper, with the ways to keep it. */
export function BackupCodesList({ sheet, email, onSaved, takesFocus = false }: Props) {
  const t = useTexts('common').backup
  const moments = useMoments()
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    if (takesFocus) list.current?.focus()
  }, [takesFocus])
  const open = sheet.codes.filter(({ usedAt }) => usedAt === null).map(({ code }) => written(code))
  const title = `${t.printTitle}\n${t.printLine({ email, day: moments.day(sheet.generatedAt) })}`
  const asText = `${title}\n\n${open.join('\n')}\n`
  const canShare = typeof navigator.share === 'function' && matchMedia('(pointer: coarse)').matches
  const save = async () => {
    if (canShare ? !(await share(asText)) : !download(asText, t.fileName)) return
    toast(t.saved)
    onSaved?.()
  }
  return (
    <div>
      <div className="printable">
        <div className="print-only hidden">
          <p className="text-section font-semibold">{t.printTitle}</p>
          <p>{t.printLine({ email, day: moments.day(sheet.generatedAt) })}</p>
        </div>
        <ol
          ref={list}
          tabIndex={-1}
          aria-label={t.listLabel}
          className="grid grid-cols-[repeat(auto-fill,minmax(9.25rem,1fr))] gap-x-6 gap-y-2 rounded-control border border-hair bg-wash p-4 font-mono text-body tabular-nums"
        >
          {sheet.codes.map(({ code, usedAt }) => (
            <li key={code} className={usedAt ? 'text-muted' : undefined}>
              {usedAt ? (
                <s className="whitespace-nowrap">{written(code)}</s>
              ) : (
                <span className="whitespace-nowrap select-all">{written(code)}</span>
              )}
              {usedAt ? (
                <span className="block font-sans text-meta">{t.usedOn({ day: moments.day(usedAt) })}</span>
              ) : null}
            </li>
          ))}
        </ol>
      </div>
      <div className="mt-4 flex flex-wrap gap-2 *:flex-auto">
        <Button onClick={() => void save()} className={classNames('px-2', canShare && 'basis-full')}>
          <Icon name="download" />
          {canShare ? t.save : t.download}
        </Button>
        <CopyButton
          text={open.join('\n')}
          label={t.copy}
          className="px-2"
          {...(onSaved ? { onCopied: onSaved } : {})}
        />
        <Button
          className="px-2"
          onClick={() => {
            window.print()
            onSaved?.()
          }}
        >
          <Icon name="print" />
          {t.print}
        </Button>
      </div>
    </div>
  )
}

/** In dashed groups, whichever way the server writes it. */
const written = (code: string): string => (code.includes('-') ? code : groupBackupCode(code))

async function share(text: string): Promise<boolean> {
  try {
    await navigator.share({ text })
    return true
  } catch {
    // Closed without choosing: nothing was saved.
    return false
  }
}

function download(text: string, fileName: string): boolean {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain' }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  // The download has taken its own reference by the next task.
  setTimeout(() => URL.revokeObjectURL(url), 0)
  return true
}
