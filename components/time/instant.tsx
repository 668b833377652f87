import { usePlainText } from "@/lib/text/use-plain-text";

/** An instant (ISO 8601) on Pakistan's clock, UTC+5: "24 Nov 2026, 14:05". Its tooltip has UTC. */
export function Instant({ at, className }: { at: string; className?: string }) {
  const text = usePlainText();
  const utc = new Date(at).toISOString();
  return (
    <time
      dateTime={utc}
      title={`${utc.slice(0, 10)} ${utc.slice(11, 19)} UTC`}
      className={className}
    >
      {text.instant(at)}
    </time>
  );
}
