import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'

/** A message without arguments is its own text; a fixed one names the product, and takes nothing from its caller. */
export type ParsedText = string | { message: MessageFormatElement[]; isFixed: boolean }

/** @throws SyntaxError when the text is no ICU message. */
export function parseText(source: string): ParsedText {
  const message = parse(source, { ignoreTag: true })
  const literals = message.flatMap((part) => (part.type === TYPE.literal ? [part.value] : []))
  if (literals.length === message.length) return literals.join('')
  const isFixed = message.every(({ type, ...part }) => type === TYPE.literal || isProduct(part))
  return { message, isFixed }
}

const isProduct = (part: object) => 'value' in part && part.value === 'product'
