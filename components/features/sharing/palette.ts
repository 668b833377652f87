import type { PaintClasses } from "./markup";

/**
 * The colours of `app/styles/tokens.css` that share cards and embeds use, as [light, dark]: they are drawn without our style
 * sheets. A test compares them with the tokens.
 */
export const PALETTE = {
  paper: ["#ffffff", "#0f1514"],
  "paper-2": ["#f4f6f3", "#161e1c"],
  "paper-3": ["#e9edea", "#202a27"],
  ink: ["#14201d", "#e9efec"],
  "ink-2": ["#42504b", "#b7c2bd"],
  "ink-3": ["#5a6762", "#97a49f"],
  "ink-4": ["#7f8b86", "#74817c"],
  line: ["#dfe4e1", "#26302d"],
  "line-2": ["#b9c3be", "#53625c"],
  accent: ["#2445c4", "#9db1ff"],
  "ramp-0": ["#e3efe9", "#22322d"],
  "ramp-1": ["#9fd0bf", "#2f6253"],
  "ramp-2": ["#4f9982", "#3f8f78"],
  "ramp-3": ["#277a66", "#66bfa4"],
  "ramp-4": ["#07443a", "#b8f2df"],
  "mark-line": ["#1c5549", "#9fd3c3"],
  "mark-paper": ["#ffffff", "#141c1a"],
  unknown: ["#65726d", "#98a5a0"],
  amber: ["#d18a1c", "#e5a545"],
  "amber-wash": ["#fcefd6", "#33270f"],
  "amber-ink": ["#8a5200", "#f2bd6b"],
  "band-known": ["#2c3b36", "#cdd8d3"],
  "band-open": ["#7d8a85", "#7f8d87"],
  "band-base": ["#dfe4e1", "#46544f"],
  sea: ["#dfe8ea", "#0c1a20"],
  land: ["#fbfcfa", "#2a3532"],
  "land-far": ["#ecefec", "#202a27"],
  "land-line": ["#b3bfb9", "#55645e"],
  "land-edge": ["#7f8c86", "#8a9992"],
} as const satisfies Record<string, readonly [light: string, dark: string]>;

/** Name of a colour. */
export type ColourName = keyof typeof PALETTE;

/** A colour in the light theme. */
export function lightColour(name: ColourName): string {
  return PALETTE[name][0];
}

/** The classes that colour shapes, such as `fill-ramp-3` and `stroke-ink-2`. */
const COLOUR_CLASS = /^(fill|stroke)-([a-z][a-z\d-]*?)(?:\/(\d+))?$/;

/** The colours of shapes as attributes, in the light theme. Other classes are left out. */
export const paintLight: PaintClasses = (className) => {
  const attributes: Record<string, string> = {};
  for (const name of className.split(" ")) {
    const [, property, colour, percent] = COLOUR_CLASS.exec(name) ?? [];
    if (property === undefined || !isColour(colour)) continue;
    attributes[property] = lightColour(colour);
    if (percent !== undefined) attributes[`${property}-opacity`] = `.${percent}`;
  }
  return attributes;
};

/** The rules of the classes that colour shapes. */
export function colourRules(): string {
  return Object.keys(PALETTE)
    .flatMap((name) =>
      ["fill", "stroke"].map(
        (property) => `.${property}-${name}{${property}:var(--color-${name})}`,
      ),
    )
    .join("");
}

function isColour(name: string | undefined): name is ColourName {
  return name !== undefined && Object.hasOwn(PALETTE, name);
}
