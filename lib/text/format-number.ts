const WHOLE = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 0 });
const FINE = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 2 });

/** A quantity: grouped by thousands, at most two decimals, no more than it has: "2,800", "1.2". */
export function formatNumber(value: number): string {
  return FINE.format(value);
}

/** A score of 0 to 100 as a whole number. For reading; what is compared and exported keeps its decimal. */
export function formatScore(score: number): string {
  return WHOLE.format(score);
}

/** A share of 0 to 1 as "63%". What is not nothing never reads as 0%, what is not all never as 100%. */
export function formatShare(share: number): string {
  const percent = Math.round(share * 100);
  if (share > 0 && percent === 0) {
    return "under 1%";
  }
  return share < 1 && percent === 100 ? "over 99%" : `${percent}%`;
}

/** A range of scores as "49–86", or "54" where both ends read alike. */
export function formatRange(low: number, high: number): string {
  const [from, to] = [formatScore(low), formatScore(high)];
  return from === to ? from : `${from}–${to}`;
}
