import { expect, test } from "vitest";
import { getLocalAddress } from "../../../scripts/lib/ports.mjs";

test.each([
  ["0.0.0.0", "http://localhost:3000"],
  ["::", "http://localhost:3000"],
  ["127.0.0.1", "http://127.0.0.1:3000"],
  ["::1", "http://[::1]:3000"],
  ["tracker.example.org", "http://tracker.example.org:3000"],
])("a server that listens on %s is at %s", (host, address) => {
  expect(getLocalAddress(3000, host, "localhost")).toBe(address);
});
