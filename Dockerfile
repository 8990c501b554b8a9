# Portico for production: the server, the built web, and nothing that is needed only to develop.
#
#   docker build -t portico .
#   docker run -p 8080:8080 -v portico-data:/data -e PORTICO_URL=https://help.example.com portico
#
# Without DATABASE_URL it runs its own PostgreSQL in /data. With it (see compose.yaml) it uses that server, and several
# containers may share one.

FROM node:24-bookworm-slim AS dependencies
WORKDIR /portico
COPY package.json package-lock.json ./
RUN npm ci --omit=dev

FROM node:24-bookworm-slim AS web
WORKDIR /portico
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build

FROM node:24-bookworm-slim
ENV NODE_ENV=production \
    PORTICO_HOST=0.0.0.0 \
    PORTICO_DATA=/data
WORKDIR /portico
RUN install -d -o node -g node /data
COPY --from=dependencies /portico/node_modules node_modules
COPY --from=web /portico/dist dist
COPY package.json ./
COPY server server
# Makes PostgreSQL's libraries whole, which the unprivileged user could not, and fails here if they are not there.
RUN node -e "import('/portico/server/platform/postgres/binaries.ts').then(({ findBinaries }) => findBinaries())"
USER node
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 8080}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server/main.ts", "start"]
