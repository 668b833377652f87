# The tracker without a database. docker-compose.yml runs it with PostgreSQL, two instances and a proxy.
#
# To pin the base image by digest, ask for it and build with it:
#   docker buildx imagetools inspect node:22-trixie-slim
#   docker build --build-arg NODE_IMAGE=node:22-trixie-slim@sha256:… .
# No digest is written here, because none could be checked: docs/running.md says what was tried.
ARG NODE_IMAGE=node:22-trixie-slim

FROM ${NODE_IMAGE} AS build
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run build
RUN node scripts/package.mjs /package

FROM ${NODE_IMAGE}
# No package manager: nothing is installed in a running container.
RUN rm -rf /usr/local/lib/node_modules /usr/local/bin/npm /usr/local/bin/npx /usr/local/bin/corepack /opt/yarn* /usr/local/bin/yarn*
WORKDIR /app
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 PORT=3000 HOST=0.0.0.0 DATA_DIR=/data EMBEDDED_DATABASE=off
COPY --from=build /package /app
# Any user may write here, and nowhere else, so that the container runs with any uid and a read-only root.
RUN mkdir -m 1777 /data
USER 1000:1000
VOLUME /data
EXPOSE 3000
HEALTHCHECK --start-period=180s --interval=10s --timeout=5s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health/ready`).then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "scripts/start.mjs"]
