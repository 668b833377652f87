import fs from "node:fs";
import { expect, test } from "vitest";
import { drawable } from "@/components/features/sharing/card-drawing";
import { PALETTE } from "@/components/features/sharing/palette";

test("the colours of cards and embeds are those of the tokens", () => {
  const css = fs.readFileSync("app/styles/tokens.css", "utf8");
  for (const [name, [light, dark]] of Object.entries(PALETTE)) {
    expect(css).toContain(`--color-${name}: light-dark(${light}, ${dark});`);
  }
});

test.each([
  ["Rashakai “SEZ” – 42–89", "Rashakai “SEZ” – 42–89"],
  ["Şehir İzmir", "Şehir İzmir"],
  ["山东如意 Ruyi", "… Ruyi"],
  ["رشکئی", "…"],
  ["a\n b\u202Fc", "a b c"],
])("a card writes %j as %j, as its fonts can", (words, drawn) => {
  expect(drawable(words)).toBe(drawn);
});
