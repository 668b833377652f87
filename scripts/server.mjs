// `node scripts/server.mjs BUILD`: the production server. Next's handler stands behind our own server, as a custom server
// of Next does, with the standalone build of BUILD. PORT and HOSTNAME say where it listens. A public site stands behind
// nginx (ops/nginx), which limits connections and slow clients.
import http from "node:http";
import { createRequire } from "node:module";
import path from "node:path";
import "./lib/exit-with-parent.mjs";
import { admit } from "./lib/request-filter.mjs";

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error("Usage: node scripts/server.mjs BUILD");
  process.exit(2);
}
const dir = path.resolve(folder);
const port = Number(process.env.PORT) || 3000;
const hostname = process.env.HOSTNAME || "0.0.0.0";
const require = createRequire(path.join(dir, "server.js"));

process.chdir(dir);
// As the server of a standalone build does: it has no next.config.ts.
process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify(
  require("./.next/required-server-files.json").config,
);

/** @type {import("next").default} */
const createNext = require("next");
// Next listens for upgrades of connections at the server that it is given. This one has none, so they are usual requests.
const httpServer = http.createServer();
// Next takes `127.0.0.1` for `localhost` in some addresses only: with it, a rewrite would be a request to another site.
const address = { hostname: "localhost", port };
const next = createNext({ dev: false, dir, ...address, quiet: true, httpServer });
await next.prepare();
const handleNext = next.getRequestHandler();

/** @param {http.IncomingMessage} request @param {http.ServerResponse} response */
function handle(request, response) {
  handleNext(request, response).catch((error) => fail(response, error));
}

/** @param {http.ServerResponse} response @param {unknown} error */
function fail(response, error) {
  console.error(error);
  if (!response.headersSent) response.statusCode = 500;
  response.end();
}

/** Where the application puts what answers requests: see lib/server/http/answer-request.ts. Until then it is loading. */
const ANSWER = Symbol.for("cpec-sez-tracker/answer-request");

/** Requests without a whole answer. */
let waiting = 0;
/** Has the server begun to end? Then each connection ends with its answer. */
let isEnding = false;

const server = http.createServer(
  {
    // Milliseconds in which a request's headers, and the whole request, must arrive, and how often Node checks this.
    headersTimeout: 10_000,
    requestTimeout: 30_000,
    connectionsCheckingInterval: 1_000,
    keepAlive: true,
    keepAliveInitialDelay: 30_000,
  },
  (request, response) => {
    waiting += 1;
    response.once("close", () => {
      waiting -= 1;
    });
    if (isEnding) response.setHeader("connection", "close");
    if (!admit(request, response)) return;
    /** @type {typeof import("../lib/server/http/answer-request").answerRequest | undefined} */
    const answerRequest = Reflect.get(globalThis, ANSWER);
    if (answerRequest === undefined) handle(request, response);
    else answerRequest(request, response, handle).catch((error) => fail(response, error));
  },
);
// A client that reads nothing for so long is cut. A live stream beats more often.
server.setTimeout(120_000);
server.maxConnections = 4_000;
server.once("error", (error) => {
  console.error(`The server cannot listen on ${hostname}:${port}: ${error.message}`);
  process.exit(1);
});
server.listen(port, hostname);

// Who started this ends it by force if that takes too long.
for (const [signal, code] of Object.entries({ SIGTERM: 143, SIGINT: 130 })) {
  process.once(signal, () => {
    isEnding = true;
    server.close(async () => {
      await next.close();
      process.exit(code);
    });
    // Node closes those connections that are idle at this moment, and waits for all others, also for one that asks nothing.
    setInterval(() => waiting === 0 && server.closeAllConnections(), 100);
  });
}
