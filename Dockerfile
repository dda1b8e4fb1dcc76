# Zhaiyin in a container: see docs/operating.md. The build stage has what nodejieba is compiled with; the image does not.
FROM node:22-bookworm-slim AS build
WORKDIR /app
RUN apt-get update \
  && apt-get install -y --no-install-recommends python3 make g++ \
  && rm -rf /var/lib/apt/lists/*
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev
COPY tsconfig.json ./
COPY src src
COPY commands commands
COPY seeds seeds

FROM node:22-bookworm-slim
LABEL org.opencontainers.image.title="zhaiyin" org.opencontainers.image.licenses="MIT"
WORKDIR /app
COPY --from=build --chown=root:root /app /app
ENV NODE_ENV=production CORPUS_DIR=/articles DATA_DIR=/data CACHE_DIR=/cache METRICS_PORT=9464
# The seeds answer until a folder of articles is mounted over them.
RUN mkdir /data /cache && chown node:node /data /cache && cp -r seeds /articles
VOLUME ["/data", "/cache"]
USER node
# The first load of many articles takes minutes; the old state counts for half a minute after that.
HEALTHCHECK --interval=30s --timeout=5s --start-period=10m --retries=2 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:'+process.env.METRICS_PORT+'/health').then((r)=>process.exit(r.ok?0:1),()=>process.exit(1))"]
# Node itself, not npm: the signal to stop must reach the bot.
CMD ["node", "--import", "tsx", "src/main.ts"]
