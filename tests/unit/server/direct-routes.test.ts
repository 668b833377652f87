import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { SECURITY_HEADERS } from "../../../lib/contract/security-headers";
import { answerDirectly, registerDirectRoute } from "../../../lib/server/http/direct-routes";

vi.mock("../../../lib/server/log/log", () => ({ log: { error: () => {} } }));

const server = http.createServer((request, response) => {
  if (!answerDirectly(request, response)) response.writeHead(204).end();
});
let address = "";

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  registerDirectRoute("/echo", async (request) => {
    const body = await request.text();
    if (body === "fail") throw new Error("The handler failed.");
    const headers = { "x-body": body, "x-own": request.headers.get("x-own") ?? "" };
    return Response.json({ body }, { status: 201, headers });
  });
});
afterAll(() => server.close());

const post = (path: string, body = "words") =>
  fetch(`${address}${path}`, { method: "POST", body, headers: { "x-own": "mine" } });

test("a registered handler gets headers and body, and its answer has the headers of every answer", async () => {
  const response = await post("/echo");
  expect(response.status).toBe(201);
  expect(await response.json()).toEqual({ body: "words" });
  const { headers } = response;
  expect(headers.get("x-own")).toBe("mine");
  expect(headers.get("content-type")).toBe("application/json");
  expect(headers.get("x-frame-options")).toBe("DENY");
  for (const { key, value } of SECURITY_HEADERS) expect(headers.get(key), key).toBe(value);
});

test("another method, address or query goes to the framework", async () => {
  expect((await fetch(`${address}/echo`)).status).toBe(204);
  expect((await post("/other")).status).toBe(204);
  expect((await post("/echo?a=1")).status).toBe(204);
});

test("a handler that fails ends the connection, and not the server", async () => {
  await expect(post("/echo", "fail")).rejects.toThrow();
  expect((await post("/echo")).status).toBe(201);
});
