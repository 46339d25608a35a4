import type { NewPerson } from '../fixtures'
import type { Person } from '../people/person'
import type { ClockedTwinlock } from '../servers/start-clocked-server'

/** Called at each screen, once all of it is there. @param name unique, fit for a file */
export type Look = (person: Person, name: string) => Promise<void>

export type TourGuide = {
  /** New people for this tour; all of them look with the same eyes. */
  newPerson: NewPerson
  clocked: ClockedTwinlock
  look: Look
}

/** A walk past every screen of one part of the product, in the order in which a user meets them. */
export type Tour = { name: string; needsApp: boolean; walk(guide: TourGuide): Promise<void> }
