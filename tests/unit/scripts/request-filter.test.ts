import http from "node:http";
import { text } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import {
  admit,
  findRejection,
  getClientNetwork,
  toOriginForm,
} from "../../../scripts/lib/request-filter.mjs";

/** The state of the router in the browser. */
const STATE = [
  "",
  { children: [["slug", "x", "d", null], { children: ["__PAGE__", {}] }] },
  null,
  "refetch",
];
const encode = (state: unknown) => encodeURIComponent(JSON.stringify(state));

/** A router state with many levels. */
function nest(levels: number): unknown {
  return levels === 0 ? ["", {}] : ["", { children: nest(levels - 1) }];
}

const HOST = { host: "localhost:3000" };
/** A sentence that says what is wrong. */
const SENTENCE = /^The(re)? .+\.$/;

/** The status of a rejection, which must say what is wrong; null: the request is let through. */
function statusOf(method: string, url: string, headers: Record<string, string> = {}) {
  const rejection = findRejection({ method, url, headers: { ...HOST, ...headers } });
  if (rejection === null) return null;
  if (rejection.status >= 400) expect(rejection.message).toMatch(SENTENCE);
  return rejection.status;
}

describe("the head of a request", () => {
  test.each([
    ["GET", "/"],
    ["HEAD", "/zones/rashakai-sez?asOf=%zz"],
    ["POST", "/api/v1/claims"],
    ["OPTIONS", "/api/v1/zones"],
    ["GET", "//elsewhere.example.org"],
  ])("%s %s is let through", (method, url) => {
    expect(statusOf(method, url)).toBeNull();
  });

  test.each([
    ["TRACE", "/", 405],
    ["PROPFIND", "/", 405],
    ["QUERY", "/api/v1/zones", 405],
    ["OPTIONS", "*", 204],
    ["GET", "*", 400],
    ["GET", "http://name:password@localhost:3000/", 400],
    ["GET", "http://", 400],
    ["GET", "ftp://localhost/", 400],
    ["CONNECT", "localhost:3000", 405],
    ["GET", "/zones/%E0%A4%A", 400],
  ])("%s %s gets %i", (method, url, status) => {
    expect(statusOf(method, url)).toBe(status);
  });

  test.each([
    ["host", "a b", 400],
    ["host", "localhost:99999999", 400],
    ["origin", "not an origin", 400],
    ["origin", "null", null],
    ["origin", "https://elsewhere.example.org", null],
  ])("with %s: %.40s gets %s", (name, value, status) => {
    expect(statusOf("GET", "/", { [name]: value })).toBe(status);
  });

  test.each([
    ["/api/health/live/zone", { "next-action": "x" }, 404],
    ["/api/health/ready", { "content-type": "multipart/form-data; boundary=b" }, 404],
    ["/basemap/x", { "content-type": "application/x-www-form-urlencoded" }, 404],
    ["/_next/x", { "next-action": "x" }, 404],
    ["/api/v1/claims", { "content-type": "application/x-www-form-urlencoded" }, null],
    ["/api/corrections", { "content-type": "application/x-www-form-urlencoded" }, null],
    ["/api/corrections/x", { "content-type": "application/x-www-form-urlencoded" }, 404],
    ["/api/mail/stop?token=x", { "content-type": "application/x-www-form-urlencoded" }, null],
    ["/api/auth/sign-in/email", { "content-type": "application/json" }, null],
    ["/api/auth?x", { "next-action": "x" }, 404],
    ["/api/sources/a/file?x", { "next-action": "x" }, null],
    ["/api/sources/a/file/x", { "next-action": "x" }, 404],
    ["/embed/?x", { "next-action": "x" }, 404],
    ["/admin/people", { "next-action": "x" }, null],
  ])("a call of an action at %s with %j gets %s", (url, headers, status) => {
    expect(statusOf("POST", url, headers)).toBe(status);
  });

  test("the rejection of a method names it", () => {
    expect(findRejection({ method: "TRACE", url: "/", headers: HOST })?.message).toMatch(/TRACE/);
  });
});

describe("a target in absolute form", () => {
  test.each([
    ["http://tracker.example.org/zones?asOf=%zz", "/zones?asOf=%zz", "tracker.example.org"],
    ["HTTPS://tracker.example.org:8443/a//b", "/a//b", "tracker.example.org:8443"],
    ["http://tracker.example.org", "/", "tracker.example.org"],
    ["http://tracker.example.org?q=a", "/?q=a", "tracker.example.org"],
    ["http://[::1]:3000//elsewhere.example.org", "//elsewhere.example.org", "[::1]:3000"],
  ])("%s is read as %s at %s", (url, path, host) => {
    const request = { method: "GET", url, headers: { ...HOST } };
    toOriginForm(request);
    expect(request).toEqual({ method: "GET", url: path, headers: { host } });
    expect(findRejection(request)).toBeNull();
  });

  test.each(["/", "*", "//elsewhere.example.org/", "http://a:b@localhost/", "http://", "ftp://a/"])(
    "%s is not changed",
    (url) => {
      const request = { url, headers: { ...HOST } };
      toOriginForm(request);
      expect(request).toEqual({ url, headers: HOST });
    },
  );

  test("with an invalid encoding is rejected", () => {
    const request = { method: "GET", url: "http://localhost/zones/%zz", headers: { ...HOST } };
    toOriginForm(request);
    expect(findRejection(request)?.message).toContain("percent-encoding");
  });

  test("reaches the page of its path", async () => {
    const server = http.createServer((request, response) => {
      if (admit(request, response)) {
        response.end(JSON.stringify([request.url, request.headers.host]));
      }
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const port = typeof address === "object" && address ? address.port : 0;
    const path = "http://tracker.example.org/zones";
    const answer = await new Promise<string>((resolve) => {
      http.get({ port, path, agent: false }, (response) => resolve(text(response)));
    });
    server.close();
    expect(JSON.parse(answer)).toEqual(["/zones", "tracker.example.org"]);
  });
});

test.each([
  ["192.0.2.7", "192.0.2.7"],
  ["::ffff:192.0.2.7", "192.0.2.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:DB8:1:2::9", "2001:db8:1:2::/64"],
  ["2001:db8::9", "2001:db8:0:0::/64"],
  ["2001:0db8:0000:0000:ffff::", "2001:db8:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["unknown", "unknown"],
])("%s counts as the client %s", (address, network) => {
  expect(getClientNetwork(address)).toBe(network);
});

test("an answer has the id of its request, and HTTPS is told to browsers only by a site that has it", () => {
  const ask = () => {
    const headers: Record<string, string> = {};
    const response = {
      setHeader: (name: string, value: string) => {
        headers[name] = value;
      },
      setMaxListeners: () => {},
    };
    const request = { headers: { ...HOST, "x-request-id": "id" }, socket: {}, url: "/" };
    admit(request as never, response as never);
    return headers;
  };
  expect(ask()).toEqual({ "x-request-id": "id" });
});

test.each<[string, boolean]>([
  [encode(STATE), true],
  [encode(["", {}]), true],
  [encode(nest(40)), true],
  ["%zz", false],
  ["{}", false],
  [encode({ length: 2 }), false],
  [encode(["", { children: "x" }]), false],
  [encode([1, {}]), false],
  [encode([["a", "b", "z", null], {}]), false],
  [encode(["", {}, null, "again"]), false],
  [encode(nest(1000)), false],
  [encode(["x".repeat(50_000), {}]), false],
])("the router's state %.40s reaches Next: %s", (state, isKept) => {
  const headers = { ...HOST, "next-router-state-tree": state };
  const request = { method: "GET", headers, socket: {}, url: "/" };
  const response = { setMaxListeners: () => undefined, setHeader: () => undefined };
  expect(admit(request as never, response as never)).toBe(true);
  expect("next-router-state-tree" in request.headers).toBe(isKept);
});
