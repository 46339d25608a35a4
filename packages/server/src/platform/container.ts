import { Container, type Token } from '@needle-di/core'

/**
 * Makes each class once, when it is first requested. A class names what it needs in the default parameters of its
 * constructor and nowhere else; only what is no class has to be bound.
 */
class ByClass extends Container {
  override get(token: Token<unknown>, options?: object): never {
    if (typeof token === 'function' && !this.has(token)) {
      // It would be made with `undefined` in its place.
      if (token.length > 0) throw new Error(`The constructor of ${token.name} has a parameter without a default.`)
      this.bind(token as new () => unknown)
    }
    return super.get(token, options as never) as never
  }
}

/** Any part of a server, by its class or token. */
export type Get = <T>(token: Token<T>) => T

export function createContainer(): Container {
  return new ByClass()
}
