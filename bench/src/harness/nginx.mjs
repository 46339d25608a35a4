import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from './child.mjs'

const PATHS = ['/usr/sbin/nginx', '/usr/bin/nginx', '/usr/local/sbin/nginx']

/**
 * One nginx process in front of a file of a few bytes, which asks at `authUrl` before each request, as the recipe of the
 * Apps page does.
 */
export async function startNginx(authUrl) {
  const path = PATHS.find((each) => existsSync(each))
  if (!path) throw new Error(`nginx is not installed: ${PATHS.join(', ')}.`)
  const folder = await mkdtemp(join(tmpdir(), 'twinlock-bench-nginx-'))
  const port = await freePort()
  const { host, pathname, search } = new URL(authUrl)
  await writeFile(join(folder, 'page'), 'in\n')
  await writeFile(
    join(folder, 'nginx.conf'),
    `daemon off; master_process off; pid ${folder}/pid; error_log stderr;
events {}
http {
  access_log off; client_body_temp_path ${folder}/b; proxy_temp_path ${folder}/p; fastcgi_temp_path ${folder}/f; uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;
  keepalive_requests 1000000;
  upstream auth { server ${host}; keepalive 16; keepalive_requests 1000000; }
  server {
    listen 127.0.0.1:${port};
    location = /.gate {
      internal;
      proxy_pass http://auth${pathname}${search};
      proxy_http_version 1.1;
      proxy_pass_request_body off;
      proxy_set_header Connection "";
      proxy_set_header Content-Length "";
      proxy_set_header X-Forwarded-Host $http_host;
      proxy_set_header X-Forwarded-Uri $request_uri;
      proxy_set_header X-Forwarded-Proto https;
      proxy_set_header X-Forwarded-Method $request_method;
      proxy_set_header X-Forwarded-For $remote_addr;
    }
    location / {
      auth_request /.gate;
      auth_request_set $who $upstream_http_remote_email;
      add_header X-Who $who;
      root ${folder};
      try_files /page =404;
    }
  }
}
`,
  )
  const child = spawn(path, ['-c', join(folder, 'nginx.conf'), '-p', folder], { stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text) => {
    said += text
  })
  while (!(await answers(port))) {
    if (child.exitCode !== null) throw new Error(`nginx did not start.\n${said}`)
    await pause(50)
  }
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      child.kill('SIGTERM')
      if (child.exitCode === null) await once(child, 'exit')
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function answers(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => resolve(socket.destroy() !== null))
    socket.once('error', () => resolve(false))
  })
}
