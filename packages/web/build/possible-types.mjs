import { getNamedType, isAbstractType, TypeInfo, visit, visitWithTypeInfo } from 'graphql'

/**
 * Codegen plugin: the members of each union and interface that the web app asks for. Apollo's cache cannot know them
 * from the answers alone.
 * @type {import('@graphql-codegen/plugin-helpers').PluginFunction}
 */
export const plugin = (schema, documents) => {
  const names = new Set()
  const types = new TypeInfo(schema)
  const collect = () => {
    const type = getNamedType(types.getType())
    if (isAbstractType(type)) names.add(type.name)
  }
  for (const { document } of documents) {
    if (document) visit(document, visitWithTypeInfo(types, { Field: collect, FragmentDefinition: collect }))
  }
  const members = [...names].sort().map((name) => {
    const possible = schema.getPossibleTypes(schema.getType(name)).map((type) => type.name)
    return [name, possible.sort()]
  })
  return `export const possibleTypes: Record<string, string[]> = ${JSON.stringify(Object.fromEntries(members), null, 2)}\n`
}
