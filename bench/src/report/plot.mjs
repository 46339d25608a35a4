import { short } from './short.mjs'

const WIDTH = 720
const LABEL = 200
const VALUE = 70
const BAR = 22
const STEP = 32
const TITLE = 40
const OURS = '#3b6fd4'
const THEIRS = '#8b93a1'

/** Processor time for each operation, one group of bars for each arm that compares it. Written by hand: no library. */
export function plotOf(arms) {
  const groups = arms.filter(({ contenders }) => contenders)
  const heights = groups.map(({ contenders }) => TITLE + contenders.length * STEP)
  const height = heights.reduce((sum, each) => sum + each, 20)
  const bodies = groups.map((group, place) =>
    groupOf(
      group,
      heights.slice(0, place).reduce((sum, each) => sum + each, 0),
    ),
  )
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="system-ui, sans-serif" font-size="14">`,
    '<title>CPU milliseconds of the server for each operation; shorter is better</title>',
    `<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`,
    ...bodies,
    '</svg>',
    '',
  ].join('\n')
}

/** Each group has its own scale: a sign-in and a viewer query are an order of magnitude apart. */
function groupOf({ title, contenders }, top) {
  const most = Math.max(...contenders.map(({ median }) => median.cpuMs))
  const bars = contenders.map(({ name, median }, place) => {
    const y = top + TITLE + place * STEP
    const width = Math.max(2, ((WIDTH - LABEL - VALUE) * median.cpuMs) / most)
    return [
      text(LABEL - 12, y + 16, name, 'end'),
      `<rect x="${LABEL}" y="${y}" width="${width.toFixed(1)}" height="${BAR}" rx="3" fill="${place === 0 ? OURS : THEIRS}"/>`,
      text(LABEL + width + 8, y + 16, `${short(median.cpuMs)} ms`, 'start'),
    ].join('\n')
  })
  return [text(12, top + 28, title, 'start', 'bold'), ...bars].join('\n')
}

function text(x, y, words, anchor, weight = 'normal') {
  const escaped = words.replace(/&/g, '&amp;').replace(/</g, '&lt;')
  return `<text x="${x.toFixed(1)}" y="${y}" text-anchor="${anchor}" font-weight="${weight}" fill="#1d2433">${escaped}</text>`
}
