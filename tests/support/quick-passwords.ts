import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { vi } from "vitest";

/** The beginning of a hash that only tests make. */
const QUICK = "quick:";

/** A check takes longer than a statement of the database, so that checks at the same time still overlap. */
const CHECK_MS = 20;

// Hashing a password takes 60 ms of a processor on purpose, and tests make and check thousands. A hash of the product, from
// a process that a test started, is still checked as the product does; tests/unit/server/passwords.test.ts tests that.
vi.mock("better-auth/crypto", async (importActual) => {
  const actual = await importActual<typeof import("better-auth/crypto")>();
  const quickHash = (password: string) =>
    QUICK + createHash("sha256").update(password).digest("hex");
  return {
    ...actual,
    hashPassword: async (password: string) => quickHash(password),
    verifyPassword: async (parts: { hash: string; password: string }) => {
      if (!parts.hash.startsWith(QUICK)) return actual.verifyPassword(parts);
      await sleep(CHECK_MS);
      return parts.hash === quickHash(parts.password);
    },
  };
});
