const DAY = 24

/** How a language counts hours and days. */
export interface DurationTexts {
  hours: (values: { count: number }) => string
  days: (values: { count: number }) => string
}

/** Whole days from two days on, hours otherwise. */
export function durationText(hours: number, texts: DurationTexts): string {
  return hours % DAY === 0 && hours > DAY ? texts.days({ count: hours / DAY }) : texts.hours({ count: hours })
}
