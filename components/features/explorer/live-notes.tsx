"use client";

import { useMemo } from "react";
import { DatabaseAwayNote, LiveNote } from "@/components/layout/live-note";
import { Button } from "@/components/ui/button";
import { compareRegistryRows } from "@/lib/changes/field-changes";
import { useText } from "@/lib/text/use-text";
import type { LiveUpdate, SteadyRows } from "./use-live-rows";

/** What changed while the explorer was open, or that the database is away. */
export function LiveNotes({ databaseAway, steady }: { databaseAway: boolean; steady: SteadyRows }) {
  const text = useText();
  if (databaseAway) return <DatabaseAwayNote />;
  if (steady.update === null) return null;
  return (
    <LiveNote
      onClose={steady.forgetUpdate}
      action={
        steady.outOfOrder ? (
          <Button onClick={steady.resort}>{text.t("explorer.live.resort")}</Button>
        ) : undefined
      }
    >
      <ChangeLines {...steady.update} />
    </LiveNote>
  );
}

/** Changes shown one by one; more are counted. */
const MOST_SHOWN = 4;

/** One line for each changed value, added zone and removed zone. */
function ChangeLines({ before, after }: LiveUpdate) {
  const text = useText();
  const changes = useMemo(() => compareRegistryRows(before, after), [before, after]);
  const { t } = text;
  const lines = [
    ...changes.values.map(({ slug, name, field, before, after }) => ({
      key: `${slug} ${field}`,
      line: t.rich("explorer.live.value", {
        name,
        field: text.fieldLabel(field),
        before: text.value(field, before),
        after: text.value(field, after),
        b: (words) => <b className="font-semibold">{words}</b>,
      }),
    })),
    ...changes.added.map((name) => ({ key: `+${name}`, line: t("explorer.live.added", { name }) })),
    ...changes.removed.map((name) => ({
      key: `-${name}`,
      line: t("explorer.live.removed", { name }),
    })),
  ];
  if (lines.length === 0) return <p>{t("explorer.live.evidenceOnly")}</p>;
  return (
    <ul className="grid gap-0.5">
      {lines.slice(0, MOST_SHOWN).map(({ key, line }) => (
        <li key={key}>{line}</li>
      ))}
      {lines.length > MOST_SHOWN ? (
        <li>{t("explorer.live.more", { count: lines.length - MOST_SHOWN })}</li>
      ) : null}
    </ul>
  );
}
