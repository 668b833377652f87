// `node tests/bench/flood.mjs KIND PORT`: one client that asks too much of a server until it is ended. It has an address of its
// own, as another machine would.
import http from "node:http";
import net from "node:net";

const FROM = "127.0.0.9";
const [kind = "", port = ""] = process.argv.slice(2);
const agent = new http.Agent({ keepAlive: true, maxSockets: 50, localAddress: FROM });
const random = (/** @type {number} */ below) => Math.floor(Math.random() * below);
const randomDay = () => `20${14 + random(12)}-0${1 + random(9)}-${10 + random(18)}`;

/** Sends a request and reads the answer. @param {string} path @param {string} [body] of a POST @returns {Promise<void>} */
const ask = (path, body) =>
  new Promise((resolve) => {
    const request = http.request(
      {
        ...{ port, path, agent, host: "127.0.0.1", method: body === undefined ? "GET" : "POST" },
        headers: body === undefined ? {} : { "content-type": "application/json" },
      },
      (response) => response.resume().once("close", resolve),
    );
    request.once("error", () => resolve());
    request.end(body);
  });

/** Asks again and again, some at once. @param {number} atOnce @param {() => Promise<void>} next */
function repeat(atOnce, next) {
  for (let at = 0; at < atOnce; at++) {
    void (async () => {
      for (;;) {
        await next();
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
    })();
  }
}

/** Keeps a number of connections open, each of which sends something at once and then a little. */
function hold(/** @type {number} */ count, first = "", drip = "") {
  for (let at = 0; at < count; at++) {
    const open = () => {
      const socket = net.connect({ port: Number(port), host: "127.0.0.1", localAddress: FROM });
      socket.on("error", () => {});
      socket.resume();
      if (first !== "") socket.write(first);
      const timer = setInterval(() => socket.write(drip), 500);
      socket.once("close", () => {
        clearInterval(timer);
        setTimeout(open, 100);
      });
    };
    open();
  }
}

const HOST = "Host: localhost\r\n";
/** @type {Record<string, () => void>} */
const KINDS = {
  "1,000 connections": () => hold(1_000),
  "slow heads": () => hold(200, `GET / HTTP/1.1\r\n${HOST}`, "x-slow: 1\r\n"),
  "slow bodies": () =>
    hold(200, `POST /api/corrections HTTP/1.1\r\n${HOST}content-length: 9000\r\n\r\n{`, " "),
  parameters: () => repeat(50, () => ask(`/zones?q=${random(1e9)}`)),
  "200 sign-ins": () =>
    repeat(200, () =>
      ask(
        "/api/auth/sign-in/email",
        JSON.stringify({ email: `${random(1e9)}@example.org`, password: "a wrong password" }),
      ),
    ),
  "past days": () => repeat(50, () => ask(`/zones?asOf=${randomDay()}`)),
  files: () => repeat(50, () => ask(`/api/v1/registry.sqlite?asOf=${randomDay()}`)),
  cards: () => repeat(50, () => ask(`/og/readiness?asOf=${randomDay()}`)),
  search: () => repeat(50, () => ask(`/api/v1/search?q=zone${random(1e9)}`)),
  ogc: () => repeat(50, () => ask(`/ogc/collections/zones/items?limit=${1 + random(900)}&f=json`)),
  streams: () => repeat(100, () => ask("/api/v1/stream")),
};
const start = KINDS[kind];
if (start) start();
else process.stdout.write(JSON.stringify(Object.keys(KINDS)));
