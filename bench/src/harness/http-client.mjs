import { Agent, request } from 'node:http'

const USER_AGENT =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/149.0.0.0 Safari/537.36'

/**
 * Asks over keep-alive connections with little overhead: it shares the machine with what is measured. Redirects are
 * answers.
 * @typedef {{status: number, body: any, cookies: string[], location: string | undefined}} Answer cookies as `name=value`
 */
export class HttpClient {
  #agent
  #url

  constructor(url, connections) {
    this.#url = new URL(url)
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections })
  }

  /** @returns {Promise<Answer>} */
  get(path, headers = {}) {
    return this.#ask('GET', path, '', headers)
  }

  /** As JSON. @returns {Promise<Answer>} */
  post(path, body, headers = {}) {
    return this.#ask('POST', path, JSON.stringify(body), { 'Content-Type': 'application/json', ...headers })
  }

  /** @returns {Promise<Answer>} */
  postForm(path, fields, headers = {}) {
    const type = { 'Content-Type': 'application/x-www-form-urlencoded' }
    return this.#ask('POST', path, String(new URLSearchParams(fields)), { ...type, ...headers })
  }

  async #ask(...asked) {
    try {
      return await this.#send(...asked)
    } catch (error) {
      // A kept connection that the server closed in the same moment: the request never arrived.
      if (error.isOfKeptConnection) return this.#send(...asked)
      throw error
    }
  }

  #send(method, path, payload, headers) {
    return new Promise((resolve, reject) => {
      const sent = request(
        {
          agent: this.#agent,
          host: this.#url.hostname,
          port: this.#url.port,
          path,
          method,
          headers: {
            ...(payload ? { 'Content-Length': Buffer.byteLength(payload) } : {}),
            'User-Agent': USER_AGENT,
            ...headers,
          },
        },
        (response) => {
          const chunks = []
          response.on('data', (chunk) => chunks.push(chunk))
          response.on('error', reject)
          response.on('end', () => resolve(answerOf(response, Buffer.concat(chunks).toString())))
        },
      )
      sent.on('error', (error) =>
        reject(Object.assign(error, { isOfKeptConnection: sent.reusedSocket && error.code === 'ECONNRESET' })),
      )
      sent.end(payload)
    })
  }

  close() {
    this.#agent.destroy()
  }
}

function answerOf(response, text) {
  const isJson = response.headers['content-type']?.includes('json')
  return {
    status: response.statusCode,
    body: isJson ? JSON.parse(text) : text,
    location: response.headers.location,
    cookies: (response.headers['set-cookie'] ?? []).map((cookie) => cookie.split(';', 1)[0]),
  }
}
