/** A GraphQL object created from its values; unions resolve its type by its class. */
export abstract class GraphqlObject {
  static of<T extends GraphqlObject>(this: new () => T, values: { [K in keyof T]: T[K] }): T {
    return Object.assign(new this(), values)
  }
}
