/**
 * The outlines of marks around the point 0, 0, by their area in square pixels: those of d3-shape, which the browser need
 * not load for them. Each can be told from the others without its colour.
 */
export const MARK_PATHS = {
  circle: (area) => {
    const r = written(Math.sqrt(area / Math.PI));
    return `M${r},0A${r},${r},0,1,1,-${r},0A${r},${r},0,1,1,${r},0`;
  },
  square: (area) => {
    const side = Math.sqrt(area);
    return box(-side / 2, -side / 2, side, side);
  },
  diamond: (area) => {
    const r = Math.sqrt(area) * 0.62625;
    return polygon([0, -r], [r, 0], [0, r], [-r, 0]);
  },
  triangle: (area) => {
    const y = -Math.sqrt(area / (Math.sqrt(3) * 3));
    return polygon([0, y * 2], [-Math.sqrt(3) * y, -y], [Math.sqrt(3) * y, -y]);
  },
  /** A cross, which its mark turns. */
  times: cross,
  /** Five points, the first one up. */
  star: (area) => {
    const r = Math.sqrt(area * 0.8908131);
    return polygon(
      ...Array.from({ length: 10 }, (_, i): [number, number] => {
        const [angle, from] = [(Math.PI * i) / 5, i % 2 === 0 ? r : r * 0.381966];
        return [Math.sin(angle) * from, -Math.cos(angle) * from];
      }),
    );
  },
  /** Two lines, one over the other. */
  bars: (area) => {
    const side = Math.sqrt(area);
    return (
      box(-side * 0.6, -side * 0.5, side * 1.2, side * 0.35) +
      box(-side * 0.6, side * 0.15, side * 1.2, side * 0.35)
    );
  },
  /** An upright stroke. */
  tick: (area) => {
    const side = Math.sqrt(area);
    return box(-side * 0.19, -side * 0.75, side * 0.38, side * 1.5);
  },
} as const satisfies Record<string, (area: number) => string>;

function cross(area: number): string {
  const r = Math.sqrt(area / 5) / 2;
  const [a, b] = [r, 3 * r];
  return polygon(
    [-b, -a],
    [-a, -a],
    [-a, -b],
    [a, -b],
    [a, -a],
    [b, -a],
    [b, a],
    [a, a],
    [a, b],
    [-a, b],
    [-a, a],
    [-b, a],
  );
}

function polygon(...points: readonly (readonly [number, number])[]): string {
  return `M${points.map(([x, y]) => `${written(x)},${written(y)}`).join("L")}Z`;
}

function box(x: number, y: number, width: number, height: number): string {
  return `M${written(x)},${written(y)}h${written(width)}v${written(height)}h${written(-width)}Z`;
}

/** Thousandths of a pixel are finer than any screen. */
function written(value: number): number {
  return Math.round(value * 1000) / 1000;
}
