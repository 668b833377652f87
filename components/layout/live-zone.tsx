"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { useLive } from "@/lib/client/live";
import type { PlainText } from "@/lib/text/plain-text";
import { usePlainText } from "@/lib/text/use-plain-text";
import { DatabaseAwayNote, LiveNote } from "./live-note";

/** Displayed values in words by the label of their field. */
type ShownWords = Readonly<Record<string, string>>;

interface LiveZoneProps {
  slug: string;
  name: string;
  version: number;
  shown: ShownWords;
}

/** Refreshes the page of a zone when evidence on it is recorded, and says what changed. */
export function LiveZone({ slug, name, version, shown }: LiveZoneProps) {
  const text = usePlainText();
  const router = useRouter();
  const [away, setAway] = useState(false);
  const [lines, setLines] = useState<readonly string[] | null>(null);
  const last = useRef({ version, shown });

  useLive(
    {
      onRevision: (now, zones) => {
        if (now > last.current.version && (zones === null || zones.includes(slug))) {
          router.refresh();
        }
      },
      onDatabase: setAway,
    },
    version,
  );

  useEffect(() => {
    const before = last.current;
    last.current = { version, shown };
    if (version > before.version) {
      setLines(changedLines(text, before.shown, shown));
    }
  }, [version, shown, text]);

  if (away) return <DatabaseAwayNote />;
  if (lines === null) return null;
  return (
    <LiveNote onClose={() => setLines(null)}>
      <p>
        {text.t.rich("layout.live.updated", {
          name,
          b: (words) => <b className="font-semibold">{words}</b>,
        })}
      </p>
      {lines.length === 0 ? (
        <p>{text.t("layout.live.noChange")}</p>
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

function changedLines({ t }: PlainText, before: ShownWords, after: ShownWords): string[] {
  return Object.entries(after).flatMap(([label, words]) =>
    before[label] === words
      ? []
      : [
          t("layout.live.change", {
            label,
            before: before[label] ?? t("common.unknown"),
            after: words,
          }),
        ],
  );
}
