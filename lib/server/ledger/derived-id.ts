import "server-only";
import { createHash } from "node:crypto";

/** A UUID (version 8) that always is the same for the same parts, so that a write sent again is recorded once. */
export function deriveId(...parts: readonly string[]): string {
  const hash = createHash("sha256").update(parts.join("\0")).digest("hex");
  const variant = ((Number.parseInt(hash[16] ?? "0", 16) & 0x3) | 0x8).toString(16);
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `${variant}${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join("-");
}
