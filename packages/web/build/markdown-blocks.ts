import { lexer, type Token, type Tokens } from 'marked'
import type { Plugin } from 'vite'
import type { Block, Inline } from '../src/features/developers/guide-blocks.ts'

/** Reads Markdown when the app is built; what the page could not show fails the build. */
export function markdownBlocks(): Plugin {
  return {
    name: 'twinlock:markdown-blocks',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('.md')) return null
      return { code: `export const blocks = ${JSON.stringify(blocksOf(lexer(code)))}`, map: null, moduleType: 'js' }
    },
  }
}

function blocksOf(tokens: readonly Token[]): Block[] {
  let caption = ''
  return tokens.flatMap((token): Block[] => {
    switch (token.type) {
      case 'space':
        return []
      case 'heading': {
        caption = plainText(inlinesOf(token.tokens))
        return [{ kind: 'heading', level: token.depth, id: idOf(caption), text: caption }]
      }
      case 'paragraph':
        return [{ kind: 'paragraph', inlines: inlinesOf(token.tokens) }]
      case 'code':
        return [{ kind: 'code', code: token.text }]
      case 'list': {
        const { ordered: isOrdered, start, items } = token as Tokens.List
        return [{ kind: 'list', isOrdered, start: Number(start) || 1, items: items.map(itemOf) }]
      }
      case 'table': {
        const { header, rows } = token as Tokens.Table
        const head = header.map(({ tokens: inlines }) => plainText(inlinesOf(inlines)))
        return [{ kind: 'table', caption, head, rows: rows.map((row) => row.map((cell) => inlinesOf(cell.tokens))) }]
      }
      default:
        throw unknown(token)
    }
  })
}

function itemOf({ tokens }: Tokens.ListItem): Inline[] {
  return tokens.flatMap((token) => {
    if (token.type !== 'text') throw unknown(token)
    return inlinesOf(token.tokens)
  })
}

function inlinesOf(tokens: readonly Token[] = []): Inline[] {
  return tokens.flatMap((token): Inline[] => {
    switch (token.type) {
      case 'text':
      case 'escape':
        return [{ kind: 'text', text: token.text }]
      case 'codespan':
        return [{ kind: 'code', text: token.text }]
      case 'strong':
      case 'em':
        return [{ kind: token.type, inlines: inlinesOf(token.tokens) }]
      case 'link': {
        const inlines = inlinesOf(token.tokens)
        // A file of the repository is nowhere in the product.
        return /^(https:|#)/.test(token.href) ? [{ kind: 'link', href: token.href, inlines }] : inlines
      }
      default:
        throw unknown(token)
    }
  })
}

function plainText(inlines: readonly Inline[]): string {
  return inlines.map((inline) => ('text' in inline ? inline.text : plainText(inline.inlines))).join('')
}

function idOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

function unknown({ type, raw }: Token): Error {
  return new Error(`The guide's page cannot show this ${type}: ${raw.slice(0, 80)}`)
}
