# scrutiny with its browser and typeface, for machines without Node. Nothing is fetched when it runs:
#   docker build -t scrutiny .
#   docker run --rm --network none --user "$(id -u):$(id -g)" -v "$PWD:/register" scrutiny report --meeting 2018-02-19

FROM node:24-bookworm-slim AS build
WORKDIR /build
COPY . .
RUN npm ci && npm pack --pack-destination /tmp

FROM node:24-bookworm-slim
COPY --from=build /tmp/scrutiny-papers-*.tgz /tmp/
RUN npm install --global --ignore-scripts --no-audit --no-fund /tmp/scrutiny-papers-*.tgz && rm -rf /tmp/* /root/.npm
# Whoever runs it may be any user: the browser unpacks into a temporary folder where a home cannot be written.
USER node
WORKDIR /register
ENTRYPOINT ["scrutiny"]
CMD ["--help"]
