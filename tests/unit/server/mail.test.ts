import { describe, expect, test } from "vitest";
import { classifyMailError } from "../../../lib/server/mail/mail";
import { waitAfter } from "../../../lib/server/mail/queue";

const MINUTE_MS = 60_000;

describe("an error of the mail server", () => {
  test.each([
    [{ code: "EENVELOPE", command: "RCPT TO", responseCode: 550 }, "refused"],
    // Greylisting: the same mail is welcome later.
    [{ code: "EENVELOPE", command: "RCPT TO", responseCode: 451 }, "failed"],
    [{ code: "EENVELOPE", command: "MAIL FROM", responseCode: 553 }, "away"],
    [{ code: "EMESSAGE", command: "DATA", responseCode: 554 }, "failed"],
    [{ code: "ECONNECTION" }, "away"],
    [{ code: "EAUTH", command: "AUTH PLAIN", responseCode: 535 }, "away"],
    [new Error("something else"), "away"],
    ["no error at all", "away"],
  ] as const)("%o is %s", (error, outcome) => {
    expect(classifyMailError(error)).toBe(outcome);
  });
});

describe("the wait after failed attempts", () => {
  test("doubles from 5 minutes to a day", () => {
    expect([1, 2, 3].map((n) => waitAfter(n) / MINUTE_MS)).toEqual([5, 10, 20]);
    expect(waitAfter(20)).toBe(24 * 60 * MINUTE_MS);
    expect(waitAfter(2_000)).toBe(24 * 60 * MINUTE_MS);
  });
});
