import { isThere, read } from './repository.mjs'
import { untrue } from './untruths.mjs'

/** The picture and the table of the rooms, against the floors that the import laws hold. */
export function checkRooms(page) {
  const [, law = ''] = /const FLOORS = \[\n([\s\S]*?)\n\]/.exec(read('.dependency-cruiser.cjs')) ?? []
  const rooms = [...law.matchAll(/'([a-z-]+)'/g)].map(([, room]) => room)
  const built = rooms.filter((room) => isThere(`packages/server/src/${room}`))
  const picture = read('docs/images/rooms.svg')
  const drawn = [...picture.matchAll(/class="room[^>]*>([a-z-]+)</g)].map(([, room]) => room)
  if (drawn.join() !== built.join()) untrue(page, `the picture shows ${drawn}, the floors are ${built}`)
  for (const room of built) if (!page.spans.includes(room)) untrue(page, `it does not say what ${room} is for`)
}
