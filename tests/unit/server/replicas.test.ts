import { expect, test } from "vitest";
import { findFault } from "../../../lib/server/registry/replicas";

const SNAPSHOT = { identity: "3f9a2c1e", redactions: 2, migrations: 23 };
const REPLICA = { ...SNAPSHOT, revision: 12 };
const PRIMARY = { ...SNAPSHOT, laterClaims: 0 };

test("a replica can be used that lacks up to 10,000 claims", () => {
  expect(findFault(REPLICA, PRIMARY)).toBeNull();
  expect(findFault(REPLICA, { ...PRIMARY, laterClaims: 10_000 })).toBeNull();
  expect(findFault(REPLICA, { ...PRIMARY, laterClaims: 10_001 })).toBe(
    "it lacks more than 10000 claims of the primary",
  );
});

test.each([
  [{ identity: null }, "the primary does not have its revision 12"],
  [{ identity: "00000000" }, "the primary does not have its revision 12"],
  [{ redactions: 3 }, "a text that was removed may still be in it"],
  [{ redactions: 1 }, "a text that was removed may still be in it"],
  [{ migrations: 24 }, "it does not have the same migrations"],
])("a replica cannot be used where the primary has %o", (part, fault) => {
  expect(findFault(REPLICA, { ...PRIMARY, ...part })).toBe(fault);
});
