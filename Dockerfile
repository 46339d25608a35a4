# syntax=docker/dockerfile:1
# A test runs these steps without a container engine (packages/server/src/operator/image.deep.test.ts), so it takes COPY,
# ENV, RUN and WORKDIR with relative paths below, and nothing else.
FROM node:26-bookworm-slim AS build
WORKDIR /build
COPY . ./
RUN node scripts/image.mjs out

# Node alone: no shell, no package manager, and a user who is not root.
FROM gcr.io/distroless/cc-debian12:nonroot
COPY --from=build /usr/local/bin/node /usr/local/bin/node
COPY --from=build /build/out/ /app/
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 NODE_OPTIONS=--disable-warning=ExperimentalWarning
WORKDIR /app/server
EXPOSE 4000
# A worker alone (TWINLOCK_HTTP=off) answers it too.
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s \
  CMD ["/usr/local/bin/node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["/usr/local/bin/node"]
CMD ["dist/main.js"]
