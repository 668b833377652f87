import http from "node:http";
import net from "node:net";
import { expect, test } from "vitest";
import {
  countRequests,
  getClientNetwork,
  manageConnections,
} from "../../../scripts/lib/connection-limits.mjs";

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

test("of too many connections of all clients, the one that has been idle for the longest time is closed", async () => {
  const server = http.createServer((_, response) => response.end("answered"));
  manageConnections(server, true, 3);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as net.AddressInfo;
  const connect = async () => {
    const socket = net.connect(port, "127.0.0.1");
    const closed = new Promise<void>((resolve) => socket.once("close", () => resolve()));
    await new Promise((resolve) => socket.once("connect", resolve));
    return { socket, closed };
  };
  try {
    const first = await connect();
    const others = [await connect(), await connect(), await connect()];
    await first.closed;
    expect(others.map(({ socket }) => socket.destroyed)).toEqual([false, false, false]);
    for (const { socket } of others) socket.destroy();
  } finally {
    server.close();
  }
});

test("a client behind a proxy has 50 requests in progress at most, and others have theirs", () => {
  const count = countRequests();
  const ends = Array.from({ length: 50 }, () => count("192.0.2.1"));
  expect(ends).not.toContain(null);
  expect(count("192.0.2.1")).toBeNull();
  expect(count("192.0.2.2")).not.toBeNull();
  ends[0]?.();
  expect(count("192.0.2.1")).not.toBeNull();
});
