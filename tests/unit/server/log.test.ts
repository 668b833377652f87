import fs from "node:fs";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

process.env.DATABASE_URL = "postgresql://tracker:secret@127.0.0.1:5432/tracker";
process.env.LOG_LEVEL = "info";
// Vite sets it.
process.env.BASE_URL = "";

const { log, requestIds } = await import("../../../lib/server/log/log");

let stdout = "";
let stderr = "";
beforeEach(() => {
  [stdout, stderr] = ["", ""];
  vi.spyOn(fs, "write").mockImplementation((...given: unknown[]) => {
    const [descriptor, text] = given;
    const done = given.at(-1);
    expect(descriptor).toBe(1);
    stdout += text;
    if (typeof done === "function") done(null, Buffer.byteLength(String(text)));
  });
  vi.spyOn(process.stderr, "write").mockImplementation((chunk) => {
    stderr += chunk;
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});

test("a line is JSON with its time, level and message; warnings and errors go to stderr", () => {
  log.info("Something happened", { count: 3 });
  log.warn("Something odd happened");
  log.error("Something failed", { error: new Error("no", { cause: "a cause" }) });
  expect(JSON.parse(stdout)).toEqual({
    level: "info",
    at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    message: "Something happened",
    count: 3,
  });
  const [warning, error] = stderr.trim().split("\n");
  expect(JSON.parse(warning ?? "")).toMatchObject({ level: "warn" });
  expect(JSON.parse(error ?? "")).toMatchObject({
    level: "error",
    error: {
      message: "no",
      stack: expect.stringContaining("log.test"),
      causes: [{ message: "a cause" }],
    },
  });
});

test("an error has its code, and those of its causes down to the driver's", () => {
  const coded = (message: string, code: string, more: object = {}) =>
    Object.assign(new Error(message), { code, ...more });
  const driver = { cause: { originalCode: "57P03", originalMessage: "starting up" } };
  const refused = new AggregateError([coded("no way", "ENETUNREACH")], "all refused");
  const prisma = coded("no query", "P2010", { meta: { driverAdapterError: driver } });
  prisma.cause = refused;
  log.error("Something failed", { error: prisma });
  const { error } = JSON.parse(stderr);
  expect(error).toMatchObject({ message: "no query", code: "P2010" });
  expect(error.causes).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ message: "all refused" }),
      expect.objectContaining({ message: "no way", code: "ENETUNREACH" }),
      { message: "starting up", code: "57P03" },
    ]),
  );
});

test("an error that is its own cause is written once", () => {
  const circular = new Error("round");
  circular.cause = circular;
  log.error("Something failed", { error: circular });
  expect(JSON.parse(stderr).error).toEqual({ message: "round", stack: expect.any(String) });
});

test("lines below the level are left out", () => {
  log.debug("A detail");
  expect(stdout + stderr).toBe("");
});

test("a line contains no character that a terminal or viewer would act on, and loses none", () => {
  const unsafe =
    "a\u0000\u0007\b\t\n\r\u001b[31m\u007f\u0085\u009b\u00ad\u200e\u2028\u202e\u2066\ufeffz";
  log.info(unsafe, { [unsafe]: unsafe });
  const output = stdout;
  expect(output.endsWith("\n")).toBe(true);
  const line = output.slice(0, -1);
  expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
  expect(JSON.parse(line)).toMatchObject({ message: unsafe, [unsafe]: unsafe });
});

test("a line within a request has its id", () => {
  requestIds().run("the-id", () => log.info("Within"));
  log.info("Outside");
  const [within, outside] = stdout.trim().split("\n");
  expect(JSON.parse(within ?? "")).toMatchObject({ request: "the-id" });
  expect(JSON.parse(outside ?? "")).not.toHaveProperty("request");
});

test("the id in the details wins over that of the request that runs", () => {
  requestIds().run("the-id", () => log.info("Ended", { request: "another-id" }));
  expect(JSON.parse(stdout)).toMatchObject({ request: "another-id" });
});

test("what libraries print becomes a line, without colours", async () => {
  const { redirectConsole } = await import("../../../lib/server/log/console-log");
  const { debug, log: print, info, warn, error } = console;
  try {
    redirectConsole();
    console.error("\u001b[31m⨯\u001b[0m %s", "A page failed\n  at line 1");
  } finally {
    Object.assign(console, { debug, log: print, info, warn, error });
  }
  expect(JSON.parse(stderr)).toMatchObject({
    level: "error",
    message: "⨯ A page failed\n  at line 1",
    from: "console",
  });
});
