import { expect, test } from "vitest";
import { getNetwork } from "../../../lib/server/sign-in-attempts";

test.each([
  ["192.0.2.7", "192.0.2.7"],
  ["unknown", "unknown"],
  ["2001:db8::7", "2001:db8:0:0::/64"],
  ["2001:0DB8:0001:0002:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:db8:1:2::", "2001:db8:1:2::/64"],
  ["::1", "0:0:0:0::/64"],
  ["::", "0:0:0:0::/64"],
])("the network of %s is %s", (address, network) => {
  expect(getNetwork(address)).toBe(network);
});
