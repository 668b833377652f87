/** How far a sheet that stays is open. */
export type SheetLevel = "low" | "half" | "full";

const LEVELS: readonly SheetLevel[] = ["low", "half", "full"];
/** Share of the parent's height that a level takes, roughly: between two, the nearer is meant. */
const SHARES: Record<SheetLevel, number> = { low: 0.25, half: 0.56, full: 0.96 };

/** The level nearest to a share of the parent's height. */
export function nearestLevel(share: number): SheetLevel {
  const distance = (level: SheetLevel) => Math.abs(SHARES[level] - share);
  return LEVELS.reduce((best, level) => (distance(level) < distance(best) ? level : best));
}

/** The next level up (1) or down (-1); at either end the same. */
export function stepLevel(level: SheetLevel, step: number): SheetLevel {
  return LEVELS[LEVELS.indexOf(level) + step] ?? level;
}
