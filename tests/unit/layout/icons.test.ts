import fs from "node:fs";
import { expect, test } from "vitest";

/** Width and height of a PNG. */
const sizeOf = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)];

test.each([
  ["192.png", 192],
  ["512.png", 512],
  ["maskable-512.png", 512],
])("the icon %s is a square of %i pixels", (name, size) => {
  expect(sizeOf(fs.readFileSync(`public/icons/${name}`))).toEqual([size, size]);
});

test("favicon.ico holds a PNG of each size where its header says", () => {
  const ico = fs.readFileSync("public/favicon.ico");
  const count = ico.readUInt16LE(4);
  const sizes = Array.from({ length: count }, (_, i) => {
    const entry = 6 + 16 * i;
    const [length, offset] = [ico.readUInt32LE(entry + 8), ico.readUInt32LE(entry + 12)];
    return sizeOf(ico.subarray(offset, offset + length));
  });
  expect(sizes).toEqual([
    [16, 16],
    [32, 32],
    [48, 48],
  ]);
});
