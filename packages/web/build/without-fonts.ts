import type { Plugin } from 'vite'

/** Takes the fonts out of a third-party style sheet: half a megabyte as data: URLs, which our policy refuses. */
export function withoutFonts(sheet: RegExp): Plugin {
  return {
    name: 'without-fonts',
    enforce: 'pre',
    transform: (code, id) => (sheet.test(id) ? { code: code.replace(/@font-face\s*{[^}]*}/g, ''), map: null } : null),
  }
}
