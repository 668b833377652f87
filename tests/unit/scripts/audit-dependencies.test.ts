import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { auditDependencies } from "../../../scripts/lib/audit-dependencies.mjs";

let folder = "";
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "cpec-sez-npm-"));
});
afterEach(() => {
  vi.unstubAllEnvs();
  fs.rmSync(folder, { recursive: true });
});

/** Runs the audit with an `npm` that prints a text. */
async function auditWith(printed: string, complaint = "") {
  const [out, err] = ["out", "err"].map((name) => path.join(folder, name));
  fs.writeFileSync(String(out), printed);
  fs.writeFileSync(String(err), complaint);
  fs.writeFileSync(
    path.join(folder, "npm"),
    `#!/bin/sh\ncat '${out}'\ncat '${err}' >&2\nexit 1\n`,
    { mode: 0o755 },
  );
  vi.stubEnv("PATH", `${folder}${path.delimiter}${process.env.PATH}`);
  const lines: string[] = [];
  const tally = await auditDependencies((line) => lines.push(line));
  return { tally, text: lines.join("\n") };
}

test.each([
  ["with npm's reason", '{"error": {"summary": "getaddrinfo ENOTFOUND registry"}}', ""],
  ["with the registry's reason", '{"message": "getaddrinfo ENOTFOUND registry"}', ""],
  ["without JSON", "", "npm error getaddrinfo ENOTFOUND registry\nnpm error more"],
])("an audit that could not ask the registry says so, %s", async (_, printed, complaint) => {
  const { tally, text } = await auditWith(printed, complaint);
  expect(tally).toEqual({ passed: 0, failed: 0 });
  expect(text).toMatch(
    /^NOT AUDITED: .*getaddrinfo ENOTFOUND registry.*neither a pass nor a failure/,
  );
});

test("an audit without an npm says so", async () => {
  vi.stubEnv("PATH", folder);
  const lines: string[] = [];
  expect(await auditDependencies((line) => lines.push(line))).toEqual({ passed: 0, failed: 0 });
  expect(lines.join()).toMatch(/^NOT AUDITED: .*ENOENT/);
});

const report = (severity: string) =>
  JSON.stringify({
    metadata: { vulnerabilities: { total: 1 } },
    vulnerabilities: { thing: { name: "thing", severity, range: "<2" } },
  });

test("a high vulnerability fails the audit, a moderate one does not", async () => {
  expect(await auditWith(report("high"))).toEqual({
    tally: { passed: 0, failed: 1 },
    text: "thing <2: high",
  });
  expect((await auditWith(report("moderate"))).tally).toEqual({ passed: 1, failed: 0 });
});
