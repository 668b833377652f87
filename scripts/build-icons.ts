/**
 * Draws the icons of browsers and home screens from `app/icon.svg`. Run it after each change of that file:
 *
 *   npx tsx scripts/build-icons.ts
 */
import fs from "node:fs/promises";
import path from "node:path";
import { ImageResponse } from "next/og.js";
import { createElement } from "react";

const ROOT = path.resolve(import.meta.dirname, "..");
const ICO_SIZES = [16, 32, 48];
const PAPER = "#ffffff";

/** The icon as a PNG. `share`: its part of the square; the rest is paper, which systems may cut off. */
async function draw(size: number, share = 1): Promise<Buffer> {
  const svg = await fs.readFile(path.join(ROOT, "app/icon.svg"), "utf8");
  // The picture has no theme: the light one, with its colours written as attributes.
  const light = svg
    .replace(/<style>.*<\/style>/, "")
    .replaceAll('class="s"', 'fill="#14201d"')
    .replaceAll('class="h"', 'fill="none" stroke="#14201d"');
  const inner = Math.round(size * share);
  const picture = createElement("img", {
    width: inner,
    height: inner,
    src: `data:image/svg+xml;base64,${Buffer.from(light).toString("base64")}`,
  });
  const style = {
    display: "flex",
    width: size,
    height: size,
    alignItems: "center",
    justifyContent: "center",
    ...(share < 1 ? { backgroundColor: PAPER } : {}),
  };
  const answer = new ImageResponse(createElement("div", { style }, picture), {
    width: size,
    height: size,
  });
  return Buffer.from(await answer.arrayBuffer());
}

/** An ICO file that holds PNGs: a header, an entry of 16 bytes for each, then the pictures. */
async function buildIco(): Promise<Buffer> {
  const pictures = await Promise.all(ICO_SIZES.map((size) => draw(size)));
  const header = Buffer.alloc(6 + 16 * pictures.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(pictures.length, 4);
  let offset = header.length;
  for (const [i, picture] of pictures.entries()) {
    const at = 6 + 16 * i;
    const size = ICO_SIZES[i] ?? 0;
    header.writeUInt8(size, at);
    header.writeUInt8(size, at + 1);
    header.writeUInt16LE(1, at + 4);
    header.writeUInt16LE(32, at + 6);
    header.writeUInt32LE(picture.length, at + 8);
    header.writeUInt32LE(offset, at + 12);
    offset += picture.length;
  }
  return Buffer.concat([header, ...pictures]);
}

const files: readonly (readonly [name: string, data: Buffer])[] = [
  ["favicon.ico", await buildIco()],
  ["icons/192.png", await draw(192, 0.8)],
  ["icons/512.png", await draw(512, 0.8)],
  // A system cuts a circle of 80% out of it.
  ["icons/maskable-512.png", await draw(512, 0.55)],
];
for (const [name, data] of files) {
  const file = path.join(ROOT, "public", name);
  await fs.mkdir(path.dirname(file), { recursive: true });
  await fs.writeFile(file, data);
  console.log(`${name} ${(data.length / 1000).toFixed(1)} kB`);
}
