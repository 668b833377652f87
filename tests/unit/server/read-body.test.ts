import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import { readJson } from "../../../lib/server/http/read-body";
import { englishText } from "../../../lib/text/english-text";

const MB = 1024 * 1024;

/** Reads a body that comes in parts. @returns what was read of it, and how many bytes had come then and come in all */
async function readParts(part: string, bytes: number) {
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      await setImmediate();
      if (sent >= bytes) return controller.close();
      sent += part.length;
      controller.enqueue(Buffer.from(part));
    },
  });
  const init: RequestInit & { duplex: "half" } = { method: "POST", body, duplex: "half" };
  const request = new Request("http://tracker.test/", init);
  const found = await readJson(englishText, request, { maxBytes: 9 * MB });
  return { found, sent, sentInAll: () => sent };
}

const read = (body: string) =>
  readJson(englishText, new Request("http://tracker.test/", { method: "POST", body }));

test.each([
  ["{},", "body-too-large"],
  ["{}", "body-too-large"],
  ["[],", "body-too-large"],
  ["0,", "body-too-large"],
  ["[", "invalid"],
  ['{"a":', "invalid"],
])(
  "9 MB of %s are refused before they have arrived, and received to the end",
  async (one, code) => {
    const { found, sent, sentInAll } = await readParts(one.repeat(16_000), 9 * MB);
    expect(found).toMatchObject({ issue: { code } });
    expect(sent).toBeLessThan(0.3 * MB);
    await expect.poll(sentInAll).toBeGreaterThanOrEqual(9 * MB);
  },
);

test("signs in texts are no values and no levels, also where a part of the body ends in them", async () => {
  const text = `${"[{,".repeat(30_000)}\\"\\\\`;
  const { found } = await readParts(`["${text}"]`, 1);
  expect(found).toEqual({ json: [JSON.parse(`"${text}"`)] });
  const parts = ['["', "\\", '"', "[".repeat(40), '"]'];
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const part of parts) controller.enqueue(Buffer.from(part));
      controller.close();
    },
  });
  const init: RequestInit & { duplex: "half" } = { method: "POST", body, duplex: "half" };
  expect(await readJson(englishText, new Request("http://tracker.test/", init))).toEqual({
    json: [`"${"[".repeat(40)}`],
  });
});

test("32 levels are read and 33 are not", async () => {
  const nest = (levels: number) => `${"[".repeat(levels)}1${"]".repeat(levels)}`;
  expect(await read(nest(32))).toHaveProperty("json");
  expect(await read(nest(33))).toMatchObject({ issue: { code: "invalid" } });
});

test.each(['{"a":["\\u0000"]}', '{"\\ud800":1}', '["a\\udfff"]'])(
  "%s is refused, because the database cannot store it",
  async (body) => {
    expect(await read(body)).toMatchObject({ issue: { code: "invalid" } });
  },
);

test.each(['["\\\\u0000"]', '["\\ud83d\\ude00"]', '["é"]'])("%s is read", async (body) => {
  expect(await read(body)).toEqual({ json: JSON.parse(body) });
});
