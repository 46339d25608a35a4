import type { Letter, LetterContext, LetterLink, LetterPart } from './letter.types.js'

/** The plain text of a letter. A code comes first: people's phones and scripts take the first six digits they see. */
export function letterText(letter: Letter, { texts, host }: LetterContext): string {
  return [letter.title, ...letter.parts.map(partText), `-- \n${texts.layout.footer({ host })}`]
    .join('\n\n')
    .concat('\n')
}

function partText(part: LetterPart): string {
  switch (part.kind) {
    case 'code':
      return part.code
    case 'text':
    case 'aside':
      return part.link ? `${part.text}\n${linkText(part.link)}` : part.text
    case 'button':
      return linkText(part.link)
    case 'facts':
      return part.facts.map(({ label, value }) => `${label}: ${value}`).join('\n')
  }
}

const linkText = ({ label, url }: LetterLink): string => `${label}: ${url}`
