// Compares the ratios of two runs of the benchmark.

/** The part of a ratio by which it may differ between two runs. */
const TOLERATED = 0.15;

/**
 * The ratios of a kept run by their section and row, in the order of the columns.
 * @param {string} kept
 * @returns {Map<string, number[]>}
 */
function readRatios(kept) {
  /** @type {Map<string, number[]>} */
  const ratios = new Map();
  let section = "";
  for (const line of kept.split("\n")) {
    if (/^\S/.test(line)) section = line;
    const [label = ""] = line.trim().split(/ {2,}/);
    const found = [...line.matchAll(/×(\d+(?:\.\d+)?)/g)].map(([, ratio]) => Number(ratio));
    if (label !== "" && found.length > 0) ratios.set(`${section} / ${label}`, found);
  }
  return ratios;
}

/**
 * The rows whose ratios moved by more than 15 % between two runs, as sentences.
 * @param {string} before tables of the run before; empty: there was none
 * @param {string} after
 * @returns {string[]}
 */
export function listMovedRatios(before, after) {
  const known = readRatios(before);
  return [...readRatios(after)].flatMap(([row, ratios]) => {
    const then = known.get(row);
    if (then === undefined) return [];
    const hasMoved = ratios.some(
      (ratio, i) => Math.abs(ratio / (then[i] ?? ratio) - 1) > TOLERATED,
    );
    const write = (/** @type {number[]} */ all) => all.map((ratio) => `×${ratio}`).join(" ");
    return hasMoved ? [`${row}: ${write(then)} → ${write(ratios)}`] : [];
  });
}
