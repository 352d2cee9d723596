# One image for api, ingest, workers and the migration: what runs is the command.
FROM node:24-bookworm-slim AS build
WORKDIR /lading
RUN npm install --global pnpm@12.21.0
ENV CI=true
# The store is filled from the lock file alone, so that a change of source does not download everything again.
COPY pnpm-lock.yaml pnpm-workspace.yaml ./
COPY patches ./patches
RUN pnpm fetch
COPY . .
RUN pnpm install --frozen-lockfile --prefer-offline \
  && node node_modules/vite/bin/vite.js build packages/dashboard \
  # What only building and testing needs stays behind.
  && find . -name node_modules -type d -prune -exec rm -rf {} + \
  && pnpm install --frozen-lockfile --offline --prod

FROM node:24-bookworm-slim
ENV NODE_ENV=production
WORKDIR /lading
COPY --from=build /lading ./
# Owned by root: the processes cannot change what they run.
USER node
# As packages/services/src/node-arguments.ts has it, with the reason.
ENTRYPOINT ["node", "--max-semi-space-size=16", "--heap-growing-percent=100"]
CMD ["packages/api/src/main.ts"]
