import { formatDay } from "@/lib/text/format-date";
import { pakistanDay } from "@/lib/time/day";

const PAKISTAN_OFFSET_MS = 5 * 60 * 60 * 1000;

/** An instant (ISO 8601) on Pakistan's clock, UTC+5: "24 Nov 2026, 14:05". Pointed at, it shows UTC. */
export function Instant({ at, className }: { at: string; className?: string }) {
  const instant = new Date(at);
  const clock = new Date(instant.getTime() + PAKISTAN_OFFSET_MS).toISOString().slice(11, 16);
  const utc = instant.toISOString();
  return (
    <time
      dateTime={utc}
      title={`${utc.slice(0, 10)} ${utc.slice(11, 19)} UTC`}
      className={className}
    >
      {formatDay(pakistanDay(instant))}, {clock}
    </time>
  );
}
