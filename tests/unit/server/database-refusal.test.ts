import { describe, expect, test } from "vitest";
import {
  getDatabaseRefusal,
  isDatabaseRefusal,
} from "../../../lib/server/database/database-refusal";

const coded = (code: string) => Object.assign(new Error("no"), { code });

describe("an error of an unavailable database", () => {
  test.each([
    ["of the system", coded("ECONNREFUSED")],
    ["of a connection that does not answer", coded("ETIMEDOUT")],
    ["of a network without a way to it", coded("ENETUNREACH")],
    ["of a host that is down", coded("EHOSTUNREACH")],
    ["of names that cannot be looked up now", coded("EAI_AGAIN")],
    ["of a query without an answer", new Error("Query read timeout")],
    ["of a connection without an answer", new Error("timeout expired")],
    ["of PostgreSQL", coded("57P01")],
    ["of the pool", new Error("timeout exceeded when trying to connect")],
    [
      "below another",
      new Error("Failed", { cause: new Error("Failed", { cause: coded("08006") }) }),
    ],
    ["among several", new AggregateError([coded("ENOENT"), coded("ECONNREFUSED")])],
    [
      "of Prisma's driver, while it starts up",
      Object.assign(coded("P2039"), {
        meta: { driverAdapterError: { cause: { originalCode: "57P03" } } },
      }),
    ],
  ])("%s is recognised", (_, error) => {
    expect(isDatabaseRefusal(error)).toBe(true);
  });
});

describe("another error", () => {
  const circular = new Error("round");
  circular.cause = circular;
  test.each([
    ["a violated constraint", coded("P2002")],
    ["a bug", new TypeError("x is not a function")],
    ["no error at all", "away"],
    ["words that are no error", "Query read timeout"],
    ["nothing", null],
    ["one that is its own cause", circular],
  ])("%s does not count as one", (_, error) => {
    expect(isDatabaseRefusal(error)).toBe(false);
  });
});

describe("the refusal of a database", () => {
  test.each([
    ["25006", "read-only"],
    ["53100", "disk-full"],
    ["53200", "out-of-memory"],
    ["58030", "io-error"],
    ["XX001", "damaged"],
    ["XX002", "damaged"],
    ["57P01", "away"],
    ["23505", null],
    ["22003", null],
  ])("with the code %s is %s, also inside Prisma's error", (code, refusal) => {
    expect(getDatabaseRefusal(coded(code))).toBe(refusal);
    const inPrisma = Object.assign(coded("P2010"), {
      meta: { driverAdapterError: { cause: { kind: "postgres", originalCode: code } } },
    });
    expect(getDatabaseRefusal(inPrisma)).toBe(refusal);
  });
});
