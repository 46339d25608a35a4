/**
 * The laws of the architecture. `npm run check` holds them, and fails too when nothing was read.
 */

/** A room may use the rooms of lower floors, never one above or beside it. The last floor is the ground. */
const FLOORS = [
  ['sign-in', 'sso', 'recovery', 'life', 'verification', 'apps', 'operator', 'demo'],
  ['people', 'two-factor', 'mandate', 'api-keys', 'integrations'],
  ['access', 'profile'],
  ['memberships'],
  ['sessions'],
  ['accounts', 'networks', 'webhooks', 'notifications', 'signing-keys'],
  ['audit', 'outbox', 'metrics'],
  ['events'],
  ['platform'],
  ['domain'],
]

const SERVER = '^packages/server/src'
const WEB = '^packages/web/src'
const TEST = '[.](test|fixture)[.]tsx?$|/testing/'

const floorLaws = FLOORS.flatMap((floor, level) => {
  const above = FLOORS.slice(0, level).flat()
  return floor.map((room) => {
    const beside = floor.filter((other) => other !== room)
    return {
      name: `floor-of-${room}`,
      comment: `${room} uses lower floors only: what two rooms share belongs below both.`,
      severity: 'error',
      from: { path: `${SERVER}/${room}/`, pathNot: TEST },
      to: {
        path: `${SERVER}/(${[...above, ...beside, 'graphql', 'testing'].join('|')}|main|app|app-deps|cli|cli-commands|cli-server|collections|compose|event-handlers|jobs|resolvers)[/.]`,
      },
    }
  })
})

module.exports = {
  forbidden: [
    {
      name: 'domain-is-pure',
      comment: 'The heart imports the shared words and itself: no library, no I/O, no clock.',
      severity: 'error',
      from: { path: `${SERVER}/domain/`, pathNot: TEST },
      to: { pathNot: [`${SERVER}/domain/`, '^packages/shared/src/'] },
    },
    {
      name: 'only-stores-know-mongoose',
      comment:
        'Queries live in X.store.ts and documents in X.model.ts, each with the index it rides on. ' +
        'What composes the parts only hands the connection on, and a type alone talks to nobody.',
      severity: 'error',
      from: {
        path: `${SERVER}/`,
        pathNot: [
          '[.](store|model)[.]ts$',
          `${SERVER}/(platform|testing|(main|app|app-deps|cli-server|collections|emit-schema)[.]ts$)`,
          TEST,
        ],
      },
      to: { path: 'node_modules/(mongoose|mongodb)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'services-speak-no-graphql',
      comment: 'A service loads, decides, writes and reports; only resolvers and X.types.ts know GraphQL.',
      severity: 'error',
      from: { path: `${SERVER}/.*[.](service|store)[.]ts$` },
      to: { path: 'node_modules/(graphql|type-graphql|graphql-scalars)/' },
    },
    {
      name: 'resolvers-touch-no-database',
      severity: 'error',
      from: { path: `${SERVER}/.*[.]resolver[.]ts$` },
      to: { path: 'node_modules/(mongoose|mongodb)/' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: { path: '^packages/', pathNot: TEST },
      to: { circular: true },
    },
    {
      name: 'product-uses-no-test-code',
      severity: 'error',
      from: { path: '^packages/.*/src/', pathNot: [TEST, '/testing/', '/vitest-database[.]ts$'] },
      to: { path: ['/src/testing/', TEST, 'node_modules/vitest/'] },
    },
    {
      name: 'server-knows-only-a-connection-string',
      comment: 'The embedded database is for start, test and bench; the server is given MONGODB_URI.',
      severity: 'error',
      from: { path: `${SERVER}/`, pathNot: [TEST, `${SERVER}/testing/`] },
      to: { path: '^packages/embedded-database/' },
    },
    {
      name: 'shared-stands-alone',
      severity: 'error',
      from: { path: '^packages/shared/src/' },
      to: { path: '^packages/(server|web|embedded-database)/' },
    },
    {
      name: 'web-and-server-meet-in-shared',
      severity: 'error',
      from: { path: `${WEB}/` },
      to: { path: '^packages/(server|embedded-database)/' },
    },
    {
      name: 'features-never-meet',
      comment: 'What two features share belongs to ui/ or to a folder beside features/.',
      severity: 'error',
      from: { path: `${WEB}/features/([^/]+)/`, pathNot: TEST },
      to: { path: `${WEB}/features/`, pathNot: `${WEB}/features/$1/` },
    },
    {
      name: 'only-the-app-knows-features',
      severity: 'error',
      from: { path: `${WEB}/`, pathNot: [`${WEB}/(app|features)/`, `${WEB}/main[.]tsx$`, TEST] },
      to: { path: `${WEB}/(features|app)/` },
    },
    {
      name: 'features-know-no-app',
      severity: 'error',
      from: { path: `${WEB}/features/`, pathNot: TEST },
      to: { path: `${WEB}/app/` },
    },
    {
      name: 'every-import-is-found',
      severity: 'error',
      from: { path: '^(packages|e2e)/' },
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
    {
      name: 'every-room-has-a-floor',
      comment: 'A new room is placed in FLOORS first.',
      severity: 'error',
      from: { path: `${SERVER}/[^/]+/`, pathNot: `${SERVER}/(${[...FLOORS.flat(), 'graphql', 'testing'].join('|')})/` },
      to: {},
    },
    ...floorLaws,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['/dist(-types)?/', '/generated/'] },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@twinlock/source', 'import', 'module', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
  },
}
