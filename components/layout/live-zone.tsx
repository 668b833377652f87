"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { useLive } from "@/lib/client/live";
import type { ShownWords } from "@/lib/text/shown-words";
import { DatabaseAwayNote, LiveNote } from "./live-note";

/** Props of the live part of a zone's page. */
export interface LiveZoneProps {
  slug: string;
  name: string;
  version: number;
  shown: ShownWords;
}

/** Lets the page of a zone follow what is recorded on it, and says what changed. */
export function LiveZone({ slug, name, version, shown }: LiveZoneProps) {
  const router = useRouter();
  const [away, setAway] = useState(false);
  const [lines, setLines] = useState<readonly string[] | null>(null);
  const last = useRef({ version, shown });

  useLive({
    onRevision: (now, zones) => {
      if (now > last.current.version && (zones === null || zones.includes(slug))) router.refresh();
    },
    onDatabase: setAway,
  });

  useEffect(() => {
    const before = last.current;
    last.current = { version, shown };
    if (version > before.version) setLines(changedLines(before.shown, shown));
  }, [version, shown]);

  if (away) return <DatabaseAwayNote />;
  if (lines === null) return null;
  return (
    <LiveNote onClose={() => setLines(null)}>
      <p>
        <b className="font-semibold">{name}</b> has just been updated.
      </p>
      {lines.length === 0 ? (
        <p>New evidence was recorded; no value changed.</p>
      ) : (
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </LiveNote>
  );
}

function changedLines(before: ShownWords, after: ShownWords): string[] {
  return Object.entries(after).flatMap(([label, words]) =>
    before[label] === words ? [] : [`${label}: ${before[label] ?? "unknown"} → ${words}`],
  );
}
