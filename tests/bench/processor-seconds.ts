import fs from "node:fs";

/** Of Linux. */
const TICKS_PER_SECOND = 100;

/**
 * Seconds that processors worked for running processes, and for those of their children that have ended.
 * @param pids those that are not running count nothing
 */
export function readProcessorSeconds(pids: readonly number[]): number {
  const ticks = pids.map((pid) => {
    try {
      const stat = fs.readFileSync(`/proc/${pid}/stat`, "utf8");
      // The name, which is in brackets, can have spaces.
      const [own, system, children, childrenSystem] = stat
        .slice(stat.lastIndexOf(")") + 2)
        .split(" ")
        .slice(11, 15)
        .map(Number);
      return (own ?? 0) + (system ?? 0) + (children ?? 0) + (childrenSystem ?? 0);
    } catch {
      return 0;
    }
  });
  return ticks.reduce((sum, one) => sum + one, 0) / TICKS_PER_SECOND;
}
