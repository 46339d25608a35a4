import type { FactorMethod, Role } from '@twinlock/shared/vocabulary'

/** A member of the demo network; the times are relative to the activation of mandatory two-factor authentication. */
export interface DemoPerson {
  name: string
  role: Role
  methods: FactorMethod[]
  /** Joined after the activation, so without a grace period: their next sign-in requires the set-up. */
  joinedLate?: boolean
  /** An extension by an Admin, in hours from now. */
  extraHours?: number
  /** Hours since the last sign-in; never, when absent. */
  seenHoursAgo?: number
  /** What `npm start` prints about them; only a few are worth trying. */
  tryThem?: string
}

const APP: FactorMethod[] = ['AUTHENTICATOR_APP']
const SMS: FactorMethod[] = ['SMS']
const BOTH: FactorMethod[] = ['AUTHENTICATOR_APP', 'SMS']

const admins: DemoPerson[] = [
  {
    name: 'Maria Lopez',
    role: 'OWNER',
    methods: SMS,
    seenHoursAgo: 1,
    tryThem: 'the Admin; the code comes by text message, see /dev/inbox',
  },
  { name: 'Jonas Weber', role: 'ADMIN', methods: APP, seenHoursAgo: 3 },
]

const ready: DemoPerson[] = [
  ...named(
    [
      'Aiko Tanaka',
      'Amara Nwosu',
      'Bruno Costa',
      'Camille Laurent',
      'Daniel Kim',
      'Elena Petrova',
      'Farid Haddad',
      'Greta Lindqvist',
    ],
    APP,
  ),
  ...named(
    ['Hugo Martins', 'Ines Moreau', 'Jamal Carter', 'Katarzyna Nowak', 'Liam Byrne', 'Lucia Romano', 'Mateo Silva'],
    APP,
  ),
  ...named(['Nadia Rahman', 'Noah Fischer', 'Olga Ivanova', 'Pedro Alves', 'Priya Sharma'], SMS),
  ...named(['Quentin Dubois', 'Rosa Jimenez', 'Sven Eriksson', 'Tara O’Neill'], BOTH),
]

const notYet: DemoPerson[] = [
  { name: 'Ben Okafor', role: 'MEMBER', methods: [], seenHoursAgo: 2, tryThem: 'has until the deadline to set up' },
  ...named(
    ['Chen Wei', 'Dora Kovacs', 'Emil Hansen', 'Fatima Zahra', 'Giulia Conti', 'Hanna Virtanen', 'Ivan Horvat'],
    [],
  ),
  { name: 'Julia Schmidt', role: 'MEMBER', methods: [], seenHoursAgo: 30, extraHours: 120 },
  { name: 'Kofi Mensah', role: 'MEMBER', methods: [], extraHours: 240 },
]

const closed: DemoPerson[] = [
  {
    name: 'Chloe Martin',
    role: 'MEMBER',
    methods: [],
    joinedLate: true,
    tryThem: 'joined after it was required: set-up during the sign-in',
  },
  { name: 'Victor Stan', role: 'MEMBER', methods: [], joinedLate: true },
]

const guests: DemoPerson[] = [
  { name: 'Gina Guest', role: 'GUEST', methods: [], seenHoursAgo: 50, tryThem: 'a guest, who needs it too' },
  { name: 'Walter Byrd', role: 'GUEST', methods: APP, seenHoursAgo: 70 },
  { name: 'Yara Aziz', role: 'GUEST', methods: [] },
]

/** One Admin's network: two Admins, the teammates in every standing, three guests. */
export const demoPeople: readonly DemoPerson[] = [...admins, ...ready, ...notYet, ...closed, ...guests]

export function demoEmailOf({ name }: DemoPerson): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[^A-Za-z ]/g, '')
    .toLowerCase()
    .split(' ')
  return `${plain.join('.')}@acme.example`
}

function named(names: string[], methods: FactorMethod[]): DemoPerson[] {
  return names.map((name, place) => ({ name, role: 'MEMBER', methods, seenHoursAgo: 4 + place * 5 }))
}
