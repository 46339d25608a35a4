import type { CSSProperties } from 'react'

/** The product's own colours; see the same names in the web app. */
const light = {
  ground: '#F7F8F6',
  surface: '#FFFFFF',
  ink: '#17222B',
  muted: '#51606C',
  line: '#D5DBDF',
  accent: '#0B6266',
  onAccent: '#FFFFFF',
}
const dark = {
  ground: '#10171B',
  surface: '#182127',
  ink: '#E9EEF0',
  muted: '#A5B3BC',
  line: '#33414A',
  accent: '#63C7C0',
  onAccent: '#08211F',
}

const sans = "system-ui, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif"
const mono = "ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace"

const body: CSSProperties = { fontFamily: sans, fontSize: 16, lineHeight: '24px', color: light.ink, margin: '16px 0' }
const meta: CSSProperties = { ...body, fontSize: 14, lineHeight: '20px', color: light.muted }

type Place =
  | 'ground'
  | 'card'
  | 'foot'
  | 'wordmark'
  | 'logo'
  | 'logoRtl'
  | 'otherLogo'
  | 'title'
  | 'text'
  | 'aside'
  | 'link'
  | 'codeBox'
  | 'code'
  | 'buttonRow'
  | 'button'
  | 'address'
  | 'facts'
  | 'factLabel'
  | 'factLabelRtl'
  | 'factValue'

export const style: Readonly<Record<Place, CSSProperties>> = {
  ground: { backgroundColor: light.ground, margin: 0, padding: '24px 8px' },
  card: {
    backgroundColor: light.surface,
    border: `1px solid ${light.line}`,
    borderRadius: 16,
    maxWidth: 560,
    padding: '24px 24px 16px',
  },
  foot: { maxWidth: 560, padding: '0 24px' },
  wordmark: { ...body, fontWeight: 600, color: light.accent, margin: '0 0 16px' },
  logo: { display: 'inline-block', verticalAlign: 'middle', height: 32, marginRight: 10 },
  logoRtl: { marginRight: 0, marginLeft: 10 },
  // Whatever its colours are, it is drawn for a light ground: in the dark it brings its own.
  otherLogo: { backgroundColor: '#FFFFFF', borderRadius: 8, padding: 4 },
  title: { ...body, fontSize: 24, lineHeight: '32px', fontWeight: 600, margin: '0 0 16px' },
  text: body,
  aside: meta,
  link: { color: light.accent, textDecoration: 'underline' },
  codeBox: { border: `1px solid ${light.line}`, borderRadius: 8, padding: '12px 16px', margin: '16px 0' },
  code: {
    ...body,
    fontFamily: mono,
    fontSize: 28,
    lineHeight: '36px',
    fontVariantNumeric: 'tabular-nums',
    letterSpacing: '0.12em',
    margin: 0,
  },
  buttonRow: { margin: '24px 0' },
  button: {
    fontFamily: sans,
    fontSize: 16,
    lineHeight: '24px',
    fontWeight: 600,
    backgroundColor: light.accent,
    color: light.onAccent,
    borderRadius: 8,
    padding: '10px 20px',
  },
  address: { ...meta, margin: '12px 0 0', overflowWrap: 'anywhere' },
  facts: { ...meta, borderCollapse: 'collapse', width: '100%' },
  factLabel: {
    textAlign: 'left',
    verticalAlign: 'top',
    fontWeight: 400,
    color: light.muted,
    padding: '4px 16px 4px 0',
    whiteSpace: 'nowrap',
    width: '1%',
  },
  // Mail programs know no logical properties.
  factLabelRtl: { textAlign: 'right', padding: '4px 0 4px 16px' },
  factValue: { color: light.ink, padding: '4px 0', overflowWrap: 'anywhere' },
}

/** Inline styles win over a style sheet, hence `!important`; programs without dark mode ignore the whole block. */
export const darkStyles = `
@media (prefers-color-scheme: dark) {
  .ground, .ground > table > tbody > tr > td { background-color: ${dark.ground} !important; }
  .card { background-color: ${dark.surface} !important; border-color: ${dark.line} !important; }
  .code { border-color: ${dark.line} !important; }
  .ink { color: ${dark.ink} !important; }
  .muted { color: ${dark.muted} !important; }
  .accent { color: ${dark.accent} !important; }
  .button { background-color: ${dark.accent} !important; color: ${dark.onAccent} !important; }
}`
