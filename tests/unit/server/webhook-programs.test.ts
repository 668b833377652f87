import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { signWebhook } from "../../../lib/server/webhooks/webhook-message";

const SECRET = `whsec_${"A".repeat(32)}`;
const OTHER = `whsec_${"B".repeat(32)}`;
const message = { id: "r57-3f9a2c1e", body: '{"data":{"name":"Rashakai – رشکئی"}}' };
const guide = fs.readFileSync(path.join(import.meta.dirname, "../../../docs/operating.md"), "utf8");

const CALLS = {
  js: {
    run: [process.execPath, "--input-type=module", "-e"],
    call: `const [secret, headers, body] = process.argv.slice(1);
console.log(isFromTracker(secret, JSON.parse(headers), Buffer.from(body)));`,
  },
  python: {
    run: ["python3", "-c"],
    call: `import json, sys
print(str(is_from_tracker(sys.argv[1], json.loads(sys.argv[2]), sys.argv[3].encode())).lower())`,
  },
} as const;

const hasPython = spawnSync("python3", ["--version"]).status === 0;

/** What the program of the guide says about a message. */
function check(language: keyof typeof CALLS, secret: string, headers: object, body: string) {
  const program = new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, "s").exec(guide)?.[1];
  const { run, call } = CALLS[language];
  const [command, ...options] = run;
  const args = [...options, `${program}\n${call}`, secret, JSON.stringify(headers), body];
  const { stdout, stderr } = spawnSync(command, args, { encoding: "utf8" });
  return stdout.trim() || stderr;
}

describe.each([
  { language: "js", isHere: true },
  { language: "python", isHere: hasPython },
] as const)("the program in $language of the guide", ({ language, isHere }) => {
  test.skipIf(!isHere)("accepts a signed message, and no other", () => {
    const signed = signWebhook(message, [OTHER, SECRET], new Date());
    const old = signWebhook(message, [SECRET], new Date(Date.now() - 400_000));
    const { body } = message;
    expect(check(language, SECRET, signed, body)).toBe("true");
    expect(check(language, OTHER, signed, body)).toBe("true");
    expect(check(language, SECRET, signed, `${body} `)).toBe("false");
    expect(check(language, `whsec_${"C".repeat(32)}`, signed, body)).toBe("false");
    expect(check(language, SECRET, { ...signed, "webhook-id": "r58" }, body)).toBe("false");
    expect(check(language, SECRET, old, body)).toBe("false");
    expect(check(language, SECRET, {}, body)).toBe("false");
  });
});
