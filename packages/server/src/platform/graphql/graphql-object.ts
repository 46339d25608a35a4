/** An answer of the API: made from its values, so that unions know what it is by its class. */
export abstract class GraphqlObject {
  static of<T extends GraphqlObject>(this: new () => T, values: { [K in keyof T]: T[K] }): T {
    return Object.assign(new this(), values)
  }
}
