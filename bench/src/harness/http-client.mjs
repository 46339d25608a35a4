import { Agent, request } from 'node:http'

const USER_AGENT =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/149.0.0.0 Safari/537.36'

/** Posts JSON over keep-alive connections with little overhead: it shares the machine with what is measured. */
export class HttpClient {
  #agent
  #url

  constructor(url, connections) {
    this.#url = new URL(url)
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections })
  }

  /** @returns {Promise<{status: number, body: any, cookies: string[]}>} cookies as `name=value` */
  async post(path, body, headers = {}) {
    const payload = JSON.stringify(body)
    try {
      return await this.#send(path, payload, headers)
    } catch (error) {
      // A kept connection that the server closed in the same moment: the request never arrived.
      if (error.isOfKeptConnection) return this.#send(path, payload, headers)
      throw error
    }
  }

  #send(path, payload, headers) {
    return new Promise((resolve, reject) => {
      const sent = request(
        {
          agent: this.#agent,
          host: this.#url.hostname,
          port: this.#url.port,
          path,
          method: 'POST',
          headers: {
            'Content-Type': 'application/json',
            'Content-Length': Buffer.byteLength(payload),
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
    cookies: (response.headers['set-cookie'] ?? []).map((cookie) => cookie.split(';', 1)[0]),
  }
}
