import { useMemo, useRef } from 'react'

const LATER = 'data-style'

/**
 * A mail as it looks, in a frame that runs no script. The frame inherits this page's content policy, which refuses the
 * style attributes and elements that mails are made of; set through the object model they are allowed. So they are put
 * aside before the frame reads the mail, and put on once it has.
 */
export function HtmlMail({ html, title }: { html: string; title: string }) {
  const frame = useRef<HTMLIFrameElement>(null)
  const withoutStyles = useMemo(() => setStylesAside(html), [html])
  return (
    <iframe
      ref={frame}
      title={title}
      srcDoc={withoutStyles}
      onLoad={() => restoreStyles(frame.current?.contentDocument)}
      sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
      className="h-[70vh] w-full rounded-card border border-hair bg-white"
    />
  )
}

/** As text: a parser would already meet the policy. */
function setStylesAside(html: string): string {
  return html
    .replace(
      /<style\b[^>]*>([\s\S]*?)<\/style>/gi,
      (_, rules: string) => `<meta ${LATER}="${rules.replaceAll('"', '&quot;')}">`,
    )
    .replace(/\sstyle=/gi, ` ${LATER}=`)
    .replace(/<a\b/gi, '<a target="_blank"')
}

function restoreStyles(mail: Document | null | undefined): void {
  const window = mail?.defaultView
  if (!mail || !window) return
  for (const element of mail.querySelectorAll<HTMLElement>(`:not(meta)[${LATER}]`)) {
    element.style.cssText = element.getAttribute(LATER) ?? ''
  }
  mail.adoptedStyleSheets = [...mail.querySelectorAll(`meta[${LATER}]`)].map((kept) => {
    const sheet = new (window as Window & typeof globalThis).CSSStyleSheet()
    sheet.replaceSync(kept.getAttribute(LATER) ?? '')
    return sheet
  })
}
