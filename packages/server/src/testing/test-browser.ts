export interface GraphqlAnswer<T> {
  data: T
  errors?: { message: string; path?: unknown[]; extensions: { code: string; [detail: string]: unknown } }[]
}

/** Speaks to a server as a browser does: keeps cookies, one address. */
export class TestBrowser {
  readonly cookies = new Map<string, string>()
  /** The Set-Cookie headers of the last answer. */
  lastSetCookies: string[] = []

  constructor(
    readonly url: string,
    readonly address = '203.0.113.7',
  ) {}

  /** Sends a document; the whole answer comes back, errors too. */
  // biome-ignore lint/suspicious/noExplicitAny: a test asks for what it then reads; typing each answer would say it twice
  async ask<T = any>(query: string, variables: Record<string, unknown> = {}): Promise<GraphqlAnswer<T>> {
    const response = await this.post({ query, variables })
    return (await response.json()) as GraphqlAnswer<T>
  }

  /** The answer of a document with one root field. */
  // biome-ignore lint/suspicious/noExplicitAny: as above
  async field<T = any>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
    const { data, errors } = await this.ask<Record<string, T>>(query, variables)
    if (errors) throw new Error(errors.map((error) => `${error.extensions.code}: ${error.message}`).join('; '))
    return Object.values(data)[0] as T
  }

  async post(body: unknown, headers: Record<string, string> = {}): Promise<Response> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-forwarded-for': this.address,
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...headers,
      },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
    this.#keep(response.headers.getSetCookie())
    return response
  }

  /** Goes to an address as a link does; redirects are answers here. */
  async get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    const response = await fetch(new URL(path, this.url), {
      redirect: 'manual',
      headers: {
        'x-forwarded-for': this.address,
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...headers,
      },
    })
    this.#keep(response.headers.getSetCookie())
    return response
  }

  /** Another window on the same cookies as they are now. */
  copy(): TestBrowser {
    const other = new TestBrowser(this.url, this.address)
    for (const [name, value] of this.cookies) other.cookies.set(name, value)
    return other
  }

  #keep(setCookies: string[]): void {
    this.lastSetCookies = setCookies
    for (const line of setCookies) {
      const [pair = ''] = line.split(';')
      const [name = '', value = ''] = pair.split(/=(.*)/s)
      if (/max-age=0/i.test(line)) this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
  }
}
