import type { Locator } from "@playwright/test";

/** How much of a picture is of each colour asked for, 0 to 1. Keys are tokens, such as `land`, or colours, such as `#b3bab5`. */
export type Shares = Readonly<Record<string, number>>;

/** Side of the square that is looked at, px. */
const SIDE = 80;

/**
 * Takes a picture of the middle of something and measures how much of it has the colour of each
 * token or colour: what is really seen there, whatever drew it.
 */
export async function coloursInTheMiddle(
  seen: Locator,
  tokens: readonly string[],
): Promise<Shares> {
  const { x, y, width, height } = (await seen.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const clip = {
    x: x + (width - SIDE) / 2,
    y: y + (height - SIDE) / 2,
    width: SIDE,
    height: SIDE,
  };
  const picture = (await seen.page().screenshot({ clip, animations: "disabled" })).toString(
    "base64",
  );
  return await seen.page().evaluate(measureColours, { picture, tokens });
}

/** Runs in the page, which can read pictures. */
async function measureColours({
  picture,
  tokens,
}: {
  picture: string;
  tokens: readonly string[];
}): Promise<Record<string, number>> {
  const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
  if (!context) throw new Error("The page cannot read pictures.");
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
  const probe = document.body.appendChild(document.createElement("i"));
  const shares = tokens.map((token): [string, number] => {
    probe.style.color = token.startsWith("#") ? token : `var(--color-${token})`;
    const [red = 0, green = 0, blue = 0] = (getComputedStyle(probe).color.match(/\d+/g) ?? []).map(
      Number,
    );
    // A ground of its own may differ from its token by a hair.
    const isNear = (at: number) =>
      Math.abs((data[at] ?? 0) - red) +
        Math.abs((data[at + 1] ?? 0) - green) +
        Math.abs((data[at + 2] ?? 0) - blue) <=
      8;
    let near = 0;
    for (let at = 0; at < data.length; at += 4) near += Number(isNear(at));
    return [token, (4 * near) / data.length];
  });
  probe.remove();
  return Object.fromEntries(shares);
}
