import { useRef } from 'react'

/**
 * A mail as it looks, in a frame that runs no script. A `srcdoc` frame inherits this page's content policy, which
 * drops the style attributes and elements that mails are made of; set through the object model they are allowed.
 */
export function HtmlMail({ html, title }: { html: string; title: string }) {
  const frame = useRef<HTMLIFrameElement>(null)
  const dress = () => {
    const mail = frame.current?.contentDocument
    if (!mail) return
    for (const element of mail.querySelectorAll<HTMLElement>('[style]')) {
      element.style.cssText = element.getAttribute('style') ?? ''
    }
    for (const link of mail.querySelectorAll('a')) link.target = '_blank'
    mail.adoptedStyleSheets = [...mail.querySelectorAll('style')].map(({ textContent }) => {
      const sheet = new (mail.defaultView ?? window).CSSStyleSheet()
      sheet.replaceSync(textContent ?? '')
      return sheet
    })
  }
  return (
    <iframe
      ref={frame}
      title={title}
      srcDoc={html}
      onLoad={dress}
      sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
      className="h-[70vh] w-full rounded-card border border-hair bg-white"
    />
  )
}
