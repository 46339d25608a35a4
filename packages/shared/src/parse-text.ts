import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'

/** A message that takes no arguments is its own text. */
export type ParsedText = string | MessageFormatElement[]

/** @throws SyntaxError when the text is no ICU message. */
export function parseText(source: string): ParsedText {
  const parts = parse(source, { ignoreTag: true })
  const literals = parts.flatMap((part) => (part.type === TYPE.literal ? [part.value] : []))
  return literals.length === parts.length ? literals.join('') : parts
}
