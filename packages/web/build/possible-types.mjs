import { isAbstractType, Kind, visit } from 'graphql'

/**
 * Codegen plugin: the members of each union and interface that a fragment of the web app is written on. Apollo's cache
 * cannot know them from the answers alone.
 * @type {import('@graphql-codegen/plugin-helpers').PluginFunction}
 */
export const plugin = (schema, documents) => {
  const members = new Map()
  for (const { document } of documents) {
    if (!document) continue
    visit(document, {
      [Kind.FRAGMENT_DEFINITION]({ typeCondition }) {
        const type = schema.getType(typeCondition.name.value)
        if (isAbstractType(type))
          members.set(
            type.name,
            schema
              .getPossibleTypes(type)
              .map(({ name }) => name)
              .sort(),
          )
      },
    })
  }
  const sorted = Object.fromEntries([...members].sort(([a], [b]) => a.localeCompare(b)))
  return `export const possibleTypes: Record<string, string[]> = ${JSON.stringify(sorted, null, 2)}\n`
}
