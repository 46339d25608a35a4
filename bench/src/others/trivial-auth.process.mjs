// The floor under `gate`: any cookie of the gate gets in, with the same five headers. It reads nothing and checks nothing.
import { createServer } from 'node:http'

const headers = {
  'Remote-User': 'fixed',
  'Remote-Email': 'person@bench.example',
  'Remote-Name': 'Person',
  'Remote-Groups': 'MEMBER',
  'Remote-Acr': 'urn:twinlock:acr:2',
}

createServer((request, response) => {
  const isIn = /twinlock_gate=[\w-]{43}/.test(request.headers.cookie ?? '')
  response.writeHead(isIn ? 200 : 401, isIn ? headers : {}).end()
}).listen(Number(process.env.PORT), '127.0.0.1', () => console.log('ready'))
