/** @jsxRuntime automatic */
/** @jsxImportSource react */
import {
  Body,
  Button,
  Container,
  Head,
  Heading,
  Html,
  Img,
  Link,
  Preview,
  Section,
  Text,
} from '@react-email/components'
import { render } from '@react-email/render'
import { directionOf } from '@twinlock/shared/locales'
import type { Letter, LetterContext, LetterFact, LetterPart } from './letter.types.js'
import { darkStyles, style } from './letter-style.js'

/** The HTML of a letter: words, one table of facts, at most one button. No picture but the logo, which is the same address for every reader. */
export function letterHtml(letter: Letter, context: LetterContext): Promise<string> {
  return render(<LetterMail letter={letter} context={context} />)
}

function LetterMail({ letter, context }: { letter: Letter; context: LetterContext }) {
  const { texts, host, locale, product, logo } = context
  return (
    <Html lang={locale} dir={directionOf(locale)}>
      <Head>
        <title>{letter.subject}</title>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{darkStyles}</style>
      </Head>
      <Preview>{previewOf(letter)}</Preview>
      <Body className="ground" style={style.ground}>
        <Container className="card" style={style.card}>
          <Text className="accent" style={style.wordmark}>
            {/* The name beside it says the same: where pictures are blocked, or read aloud, nothing is missing. */}
            <Img
              src={logo.url}
              alt=""
              height="32"
              {...(logo.isOwn ? { width: '32' } : {})}
              style={{
                ...style.logo,
                ...(directionOf(locale) === 'rtl' ? style.logoRtl : {}),
                ...(logo.isOwn ? {} : style.otherLogo),
              }}
            />
            {product}
          </Text>
          <Heading as="h1" className="ink" style={style.title}>
            {letter.title}
          </Heading>
          {letter.parts.map((part) => (
            <Part key={JSON.stringify(part)} part={part} context={context} />
          ))}
        </Container>
        <Container style={style.foot}>
          <Text className="muted" style={style.aside}>
            {texts.layout.footer({ host })}
          </Text>
        </Container>
      </Body>
    </Html>
  )
}

function Part({ part, context }: { part: LetterPart; context: LetterContext }) {
  switch (part.kind) {
    case 'code':
      return (
        <Section className="code" style={style.codeBox}>
          <Text className="ink" style={style.code}>
            {part.code}
          </Text>
        </Section>
      )
    case 'text':
    case 'aside':
      return (
        <Text className={part.kind === 'text' ? 'ink' : 'muted'} style={style[part.kind]}>
          {part.text}{' '}
          {part.link && (
            <Link className="accent" style={style.link} href={part.link.url}>
              {part.link.label}
            </Link>
          )}
        </Text>
      )
    case 'button':
      return (
        <Section style={style.buttonRow}>
          <Button className="button" style={style.button} href={part.link.url}>
            {part.link.label}
          </Button>
          {part.isAddressShown && (
            <Text className="muted" style={style.address}>
              {context.texts.layout.copyAddress}
              <br />
              {part.link.url}
            </Text>
          )}
        </Section>
      )
    case 'facts':
      return <Facts facts={part.facts} direction={directionOf(context.locale)} />
  }
}

function Facts({ facts, direction }: { facts: readonly LetterFact[]; direction: 'ltr' | 'rtl' }) {
  const labelStyle = direction === 'rtl' ? { ...style.factLabel, ...style.factLabelRtl } : style.factLabel
  return (
    <table className="facts" style={style.facts}>
      <tbody>
        {facts.map(({ label, value }) => (
          <tr key={label}>
            <th scope="row" className="muted" style={labelStyle}>
              {label}
            </th>
            <td className="ink" style={style.factValue}>
              {value}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What a mail program shows beside the subject: the first sentence, never a code. */
function previewOf(letter: Letter): string {
  return letter.parts.find((part) => 'text' in part)?.text ?? letter.title
}
