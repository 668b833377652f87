/** A round distance and its length in the picture. */
export interface Scale {
  /** "200 km" */
  label: string;
  /** px */
  width: number;
}

const WIDEST = 90;

/** The longest round distance (1, 2 or 5 times a power of ten metres) of at most 90 px. */
export function scaleFor(metresPerPixel: number): Scale {
  const most = WIDEST * metresPerPixel;
  const power = 10 ** Math.floor(Math.log10(most));
  const metres = [5, 2, 1].map((step) => step * power).find((length) => length <= most) ?? power;
  const label = metres >= 1000 ? `${metres / 1000} km` : `${metres} m`;
  return { label, width: Math.round(metres / metresPerPixel) };
}
