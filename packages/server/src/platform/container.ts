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

/** @returns the container, to bind to, and what finds a part: each field of an answer asks it for its resolver */
export function createContainer(): { container: Container; get: Get } {
  const container: Container = new ByClass()
  const made = new Map<unknown, unknown>()
  function get<T>(token: Token<T>): T {
    if (!made.has(token)) made.set(token, container.get(token))
    return made.get(token) as T
  }
  return { container, get }
}
