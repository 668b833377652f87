import { describe, expect, test } from "vitest";
import { findRejection } from "../../../scripts/lib/request-filter.mjs";

const HOST = { host: "localhost:3000" };
const statusOf = (method: string, url: string, headers: Record<string, string> = {}) =>
  findRejection({ method, url, headers: { ...HOST, ...headers } })?.status ?? null;

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
    ["GET", "http://elsewhere.example.org/", 400],
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
    ["next-router-state-tree", encode(STATE), null],
    ["next-router-state-tree", encode(["", {}]), null],
    ["next-router-state-tree", "%zz", 400],
    ["next-router-state-tree", "{}", 400],
    ["next-router-state-tree", encode({ length: 2 }), 400],
    ["next-router-state-tree", encode(["", { children: "x" }]), 400],
    ["next-router-state-tree", encode([1, {}]), 400],
    ["next-router-state-tree", encode([["a", "b", "z", null], {}]), 400],
    ["next-router-state-tree", encode(["", {}, null, "again"]), 400],
    ["next-router-state-tree", encode(nest(40)), null],
    ["next-router-state-tree", encode(nest(1000)), 400],
    ["next-router-state-tree", encode(["x".repeat(50_000), {}]), 400],
  ])("with %s: %.40s gets %s", (name, value, status) => {
    expect(statusOf("GET", "/", { [name]: value })).toBe(status);
  });

  test.each([
    ["/api/health/live/zone", { "next-action": "x" }, 404],
    ["/api/health/ready", { "content-type": "multipart/form-data; boundary=b" }, 404],
    ["/basemap/x", { "content-type": "application/x-www-form-urlencoded" }, 404],
    ["/_next/x", { "next-action": "x" }, 404],
    ["/api/v1/claims", { "content-type": "application/x-www-form-urlencoded" }, null],
    ["/api/auth/sign-in/email", { "content-type": "application/json" }, null],
    ["/admin/people", { "next-action": "x" }, null],
  ])("a call of an action at %s with %j gets %s", (url, headers, status) => {
    expect(statusOf("POST", url, headers)).toBe(status);
  });

  test("every rejection says what is wrong", () => {
    expect(findRejection({ method: "TRACE", url: "/", headers: HOST })?.message).toMatch(/TRACE/);
  });
});
