/** A round distance and its length in the picture. */
export interface Scale {
  readonly length: number;
  readonly unit: "km" | "m";
  /** CSS pixels. */
  readonly width: number;
}

const WIDEST = 90;

/** The longest round distance (1, 2 or 5 times a power of ten metres) of at most 90 px. */
export function scaleFor(metresPerPixel: number): Scale {
  const most = WIDEST * metresPerPixel;
  const power = 10 ** Math.floor(Math.log10(most));
  const metres = [5, 2, 1].map((step) => step * power).find((length) => length <= most) ?? power;
  const width = Math.round(metres / metresPerPixel);
  return metres >= 1000
    ? { length: metres / 1000, unit: "km", width }
    : { length: metres, unit: "m", width };
}
