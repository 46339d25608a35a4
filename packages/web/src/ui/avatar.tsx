/** The initials of a name: what the eye finds again in a long list. It repeats the name beside it. */
export function Avatar({ name }: { name: string }) {
  return (
    <span
      aria-hidden="true"
      className="grid size-9 shrink-0 place-items-center rounded-full bg-accent-soft text-[0.8125rem] font-semibold text-accent select-none"
    >
      {initialsOf(name)}
    </span>
  )
}

/** The first letters of the first and the last word; of a name in one word, or in a script without spaces, its first. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean)
  const letters = words.length > 1 ? [words[0], words.at(-1)] : words
  return letters.map((word) => [...(word ?? '')][0]?.toLocaleUpperCase() ?? '').join('')
}
