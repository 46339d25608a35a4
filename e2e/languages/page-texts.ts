// These run in the page: they use nothing from around them.

/** Latin letters that stand outside of the brackets of the pseudo-locale. */
export function textsOutsideOfBrackets(): string[] {
  const ATTRIBUTES = [
    'aria-label',
    'aria-description',
    'aria-valuetext',
    'aria-roledescription',
    'title',
    'placeholder',
    'alt',
  ]
  const found = new Set<string>()
  const read = (text: string | null) => {
    let rest = text ?? ''
    for (let before = ''; before !== rest; ) {
      before = rest
      rest = rest.replaceAll(/⟦[^⟦⟧]*⟧/g, ' ')
    }
    if (/\p{Script=Latin}{2}/u.test(rest)) found.add(rest.trim())
  }
  read(document.title)
  const isOurs = (element: Element) =>
    !element.closest('script, style, noscript, code, pre, kbd, samp, [translate="no"], [lang]:not(html)')
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement
    if (element && isOurs(element)) read(node.textContent)
  }
  for (const element of document.body.querySelectorAll('*')) {
    if (!isOurs(element)) continue
    for (const name of ATTRIBUTES) read(element.getAttribute(name))
  }
  return [...found]
}

/** Texts that are cut, that stick out of a box around them, or that make the page scroll sideways. */
export function misfits(): string[] {
  const found = new Set<string>()
  const { documentElement: root } = document
  if (root.scrollWidth > root.clientWidth) found.add(`the page is ${root.scrollWidth} pixels wide`)
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.textContent?.trim() || !node.parentElement?.checkVisibility()) continue
    range.selectNodeContents(node)
    // A name may be cut, a message not, but in the pseudo-locale, which marks it for the looks that follow.
    const isPseudo = node.textContent.includes('⟦')
    if (isPseudo) node.parentElement.dataset.message = ''
    const text = range.getBoundingClientRect()
    for (let box: Element | null = node.parentElement; box; box = box.parentElement) {
      const { clipPath, display, position, overflowX, overflowY, textOverflow } = getComputedStyle(box)
      if (display === 'inline' || display === 'contents') continue
      const { left, right, top, bottom } = box.getBoundingClientRect()
      const isForScreenReaders = clipPath === 'inset(50%)'
      const mayBeCut = textOverflow === 'ellipsis' && (isPseudo || !('message' in node.parentElement.dataset))
      if (isForScreenReaders || mayBeCut || /auto|scroll/.test(overflowX)) break
      const beyond = Math.round(Math.max(0, text.right - right, left - text.left))
      const above = overflowY === 'auto' ? 0 : Math.round(Math.max(0, text.bottom - bottom, top - text.top))
      if (beyond > 1 || above > 4) {
        found.add(`${node.textContent} is ${beyond} too wide, ${above} too high for ${box.tagName} ${box.className}`)
        break
      }
      // What floats may be beyond what it is in.
      if (/absolute|fixed/.test(position)) break
    }
  }
  return [...found]
}
