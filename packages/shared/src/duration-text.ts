/** How a language counts hours and days. */
export interface DurationTexts {
  hours: (values: { count: number }) => string
  days: (values: { count: number }) => string
}

/** Whole days from two days on, hours otherwise. */
export function durationText(hours: number, texts: DurationTexts): string {
  return hours % 24 === 0 && hours > 24 ? texts.days({ count: hours / 24 }) : texts.hours({ count: hours })
}
