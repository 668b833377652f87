import { readFile } from "node:fs/promises";
import path from "node:path";
import { processSingleton } from "@/lib/server/process-singleton";

/** A font of the drawing program. */
interface CardFont {
  readonly name: string;
  readonly data: Buffer;
  readonly weight: 400 | 600;
}

/** Latin letters first; a letter that they lack is taken from the next family. `next.config.ts` copies the files into the build. */
const FILES_BY_FONT = [
  ["Inter", "inter", "latin", 400],
  ["Inter", "inter", "latin", 600],
  ["Inter Ext", "inter", "latin-ext", 400],
  ["Inter Ext", "inter", "latin-ext", 600],
  ["Source Serif 4", "source-serif-4", "latin", 600],
  ["Source Serif 4 Ext", "source-serif-4", "latin-ext", 600],
] as const;

/** The fonts of share cards, read once. */
export function loadCardFonts(): Promise<readonly CardFont[]> {
  return processSingleton("card-fonts", () =>
    Promise.all(
      FILES_BY_FONT.map(async ([name, family, subset, weight]) => ({
        name,
        weight,
        data: await readFile(
          path.join(
            process.cwd(),
            "node_modules/@fontsource",
            family,
            `files/${family}-${subset}-${weight}-normal.woff`,
          ),
        ),
      })),
    ),
  );
}
