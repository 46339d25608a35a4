# Written with care, untried where it was written: there was no container engine.
FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json pnpm-workspace.yaml pnpm-lock.yaml ./
COPY packages/shared/package.json packages/shared/
COPY packages/embedded-database/package.json packages/embedded-database/
COPY packages/server/package.json packages/server/
COPY packages/web/package.json packages/web/
COPY e2e/package.json e2e/
RUN npx -y pnpm@12.21.0 install --frozen-lockfile
COPY . .
RUN npx -y pnpm@12.21.0 exec tsc -b packages/server \
  && npx -y pnpm@12.21.0 exec rolldown -c packages/server/rolldown.config.mjs \
  && npx -y pnpm@12.21.0 --filter @twinlock/web exec vite build \
  && npx -y pnpm@12.21.0 --filter @twinlock/server deploy --prod --legacy /out \
  && rm -r /out/dist/modules \
  && mkdir -p /out/packages && cp -r packages/web/dist /out/web-dist

FROM node:22-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0
WORKDIR /app/packages/server
COPY --from=build --chown=node:node /out/ ./
COPY --from=build --chown=node:node /out/web-dist/ ../web/dist/
USER node
EXPOSE 4000
HEALTHCHECK CMD ["node", "-e", "fetch('http://127.0.0.1:4000/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/main.js"]
