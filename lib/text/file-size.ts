const STEP = 1000;
const UNITS = ["bytes", "kB", "MB", "GB"] as const;

/** A length in bytes as people read it, to three figures: "812 bytes", "33.6 kB", "1.2 MB". */
export function formatSize(bytes: number): string {
  let size = bytes;
  let unit = 0;
  while (size >= STEP && unit < UNITS.length - 1) {
    size /= STEP;
    unit += 1;
  }
  const digits = unit === 0 || size >= 100 ? 0 : 1;
  return `${size.toFixed(digits)} ${UNITS[unit]}`;
}
