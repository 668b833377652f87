// `node scripts/server.mjs BUILD`: the production server. Next's handler stands behind our own server, as a custom server
// of Next does, with the standalone build of BUILD. PORT and HOSTNAME say where it listens. With LONG_WORK_SOCKET it is the
// process for long work of another one: see scripts/lib/long-work.mjs.
import http from "node:http";
import { createRequire } from "node:module";
import path from "node:path";
import "./lib/exit-with-parent.mjs";
import { createFrontDoor, takeTurn } from "./lib/front-door.mjs";
import { endWithServer, reportReady, startLongWork } from "./lib/long-work.mjs";

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error("Usage: node scripts/server.mjs BUILD");
  process.exit(2);
}
const dir = path.resolve(folder);
const port = Number(process.env.PORT) || 3000;
const hostname = process.env.HOSTNAME || "0.0.0.0";
const socket = process.env.LONG_WORK_SOCKET;
const require = createRequire(path.join(dir, "server.js"));

/** Under these names the server and the application find each other's functions. @param {string} name */
const symbol = (name) => Symbol.for(`cpec-sez-tracker/${name}`);

const cwd = process.cwd();
process.chdir(dir);
// As the server of a standalone build does: it has no next.config.ts.
process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify(
  require("./.next/required-server-files.json").config,
);
if (socket) endWithServer(socket);
else {
  /** @type {import("../lib/server/http/long-work").Start} */
  const start = (onChange) => startLongWork(dir, cwd, onChange);
  Reflect.set(globalThis, symbol("start-long-work"), start);
}

/** @type {import("next").default} */
const createNext = require("next");
// Next listens for upgrades of connections at the server that it is given. This one has none, so they are usual requests.
const httpServer = http.createServer();
const next = createNext({ dev: false, dir, hostname, port, quiet: true, httpServer });
await next.prepare();
const handleNext = next.getRequestHandler();

/** @param {http.IncomingMessage} request @param {http.ServerResponse} response */
function handle(request, response) {
  handleNext(request, response).catch((error) => {
    console.error(error);
    if (!response.headersSent) response.statusCode = 500;
    response.end();
  });
}

/** @param {http.IncomingMessage} request @param {http.ServerResponse} response */
function handleForReader(request, response) {
  /** @type {typeof import("../lib/server/http/direct-routes").answerDirectly | undefined} */
  const answerDirectly = Reflect.get(globalThis, symbol("answer-directly"));
  if (answerDirectly?.(request, response)) return;
  /** @type {typeof import("../lib/server/http/long-work").answerByLongWork | undefined} */
  const answerByLongWork = Reflect.get(globalThis, symbol("answer-by-long-work"));
  const pass = () => handle(request, response);
  if (!answerByLongWork?.(request, response, pass)) pass();
}

/** @param {http.IncomingMessage} request @param {http.ServerResponse} response */
function handleForServer(request, response) {
  /** @type {typeof import("../lib/server/http/long-work").answerForServer | undefined} */
  const answerForServer = Reflect.get(globalThis, symbol("answer-for-server"));
  // The application is loaded by the first request, which asks whether this process is ready.
  if (answerForServer) {
    answerForServer(request, response, () => takeTurn(request, response, handle));
  } else handle(request, response);
}

const server = socket ? http.createServer(handleForServer) : createFrontDoor(handleForReader);
server.once("error", (error) => {
  console.error(`The server cannot listen on ${socket ?? `${hostname}:${port}`}: ${error.message}`);
  process.exit(1);
});
if (socket) server.listen(socket, () => reportReady(socket));
else server.listen(port, hostname);

// Who started this ends it by force if that takes too long.
for (const [signal, code] of Object.entries({ SIGTERM: 143, SIGINT: 130 })) {
  process.once(signal, () => {
    server.close(async () => {
      await next.close();
      process.exit(code);
    });
  });
}
