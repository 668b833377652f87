import { describe, expect, test } from "vitest";
import { classifyMailError } from "../../../lib/server/mail/mail";

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
