/** Hands out people, each once: nobody signs in twice, so no time step repeats. */
export function poolOf(people) {
  let next = 0
  return (count) => {
    if (next + count > people.length) throw new Error('There is nobody left to sign in: seed more people.')
    next += count
    return people.slice(next - count, next)
  }
}
