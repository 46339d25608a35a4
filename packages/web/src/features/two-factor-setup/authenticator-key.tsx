import { groupKey } from '@twinlock/shared/code-input'
import { QRCodeSVG } from 'qrcode.react'
import { useTexts } from '../../texts/use-texts'
import { CopyButton } from '../../ui/copy-button'
import { Disclosure } from '../../ui/disclosure'
import type { AuthenticatorSetup } from './use-authenticator-setup'

/** The same secret three ways: to scan, to open, to type. On a phone the ways that need no second device come first. */
export function AuthenticatorKey({ setup, isPhone }: { setup: AuthenticatorSetup; isPhone: boolean }) {
  const t = useTexts('setUp').app
  if (isPhone) {
    return (
      <div className="space-y-4">
        <a
          href={setup.otpauthUri}
          className="flex min-h-12 items-center justify-center rounded-control border border-line font-semibold"
        >
          {t.open}
        </a>
        <Key secret={setup.secret} label={t.byHandPhone} />
        <Disclosure summary={t.showQr}>
          <QrCode uri={setup.otpauthUri} />
        </Disclosure>
      </div>
    )
  }
  return (
    <div className="space-y-4">
      <div className="flex flex-wrap items-center gap-5">
        <QrCode uri={setup.otpauthUri} />
        <ol className="min-w-28 flex-1 list-decimal space-y-2 ps-5 text-meta marker:text-muted">
          {t.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </div>
      <Key secret={setup.secret} label={t.byHand} />
    </div>
  )
}

/** Dark on white with its quiet zone, in dark mode too: cameras know it no other way. */
function QrCode({ uri }: { uri: string }) {
  const t = useTexts('setUp').app
  return (
    <div className="w-[200px] shrink-0 overflow-hidden rounded-control border border-hair bg-white">
      <QRCodeSVG
        value={uri}
        size={198}
        marginSize={4}
        level="M"
        bgColor="#ffffff"
        fgColor="#000000"
        role="img"
        aria-label={t.qrLabel}
      />
    </div>
  )
}

function Key({ secret, label }: { secret: string; label: string }) {
  const t = useTexts('setUp').app
  return (
    <div className="rounded-control border border-hair bg-wash p-4">
      <p className="text-meta text-muted">{label}</p>
      <p className="mt-1 font-mono break-words" translate="no">
        {groupKey(secret)}
      </p>
      <div className="mt-2 flex flex-wrap items-center gap-3">
        <CopyButton text={secret} label={t.copyKey} />
      </div>
    </div>
  )
}
