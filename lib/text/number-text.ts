import type { TextBase } from "./text-base";

/** How a number is written. */
interface NumberOptions {
  /** Most decimals; 2 where absent. Zeros at the end are left out. */
  readonly digits?: number;
  /** Exactly as many decimals as `digits`, zeros too. */
  readonly fixed?: boolean;
}

/** Numbers for people. */
export interface NumberText {
  /** A number with groups of thousands: "2,800", "1.2". */
  number(value: number, options?: NumberOptions): string;
  /** A share of 0 to 1: "63%". Above nothing it is never "0%", below all it is never "100%". */
  percent(share: number): string;
  /** A number in short: "1.2M", "820". */
  compact(value: number): string;
  /** A range: "49–86", or "54" where both ends read the same. No decimals where `digits` is absent. */
  range(low: number, high: number, options?: NumberOptions): string;
  /** A length in bytes, to 3 figures: "812 bytes", "33.6 kB", "1.2 MB". */
  fileSize(bytes: number): string;
}

const FILE_UNITS = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

/** The numbers of a language. */
export function createNumberText({ t, intl }: TextBase): NumberText {
  const format = (options: NumberOptions, most: number) => {
    const { digits = most, fixed = false } = options;
    return intl.number({
      maximumFractionDigits: digits,
      minimumFractionDigits: fixed ? digits : 0,
    });
  };
  const wholePercent = intl.number({ style: "percent", maximumFractionDigits: 0 });
  return {
    number: (value, options = {}) => format(options, 2).format(value),
    percent(share) {
      const rounded = Math.round(share * 100);
      if (share > 0 && rounded === 0) {
        return t("common.underPercent", { percent: wholePercent.format(0.01) });
      }
      if (share < 1 && rounded === 100) {
        return t("common.overPercent", { percent: wholePercent.format(0.99) });
      }
      return wholePercent.format(rounded / 100);
    },
    compact: (value) =>
      intl.number({ notation: "compact", maximumFractionDigits: 1 }).format(value),
    range(low, high, options = {}) {
      const written = format(options, 0);
      const [from, to] = [written.format(low), written.format(high)];
      return from === to ? from : written.formatRange(low, high);
    },
    fileSize(bytes) {
      let size = bytes;
      let step = 0;
      while (size >= 1000 && step < FILE_UNITS.length - 1) {
        size /= 1000;
        step += 1;
      }
      const digits = step === 0 || size >= 100 ? 0 : 1;
      return intl
        .number({
          style: "unit",
          unit: FILE_UNITS[step],
          unitDisplay: step === 0 ? "long" : "short",
          minimumFractionDigits: digits,
          maximumFractionDigits: digits,
        })
        .format(size);
    },
  };
}
