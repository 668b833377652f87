"use client";

import type { Route } from "next";
import Link from "next/link";
import { useState } from "react";
import { Instant } from "@/components/time/instant";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { callAction } from "@/lib/client/send-changes";
import type { ActionResult } from "@/lib/contract/action-result";
import type { OwnAct } from "@/lib/contract/own-act";
import { formatRevision } from "@/lib/text/revision-words";
import type { Text } from "@/lib/text/text";
import { usePlainText } from "@/lib/text/use-plain-text";
import { useText } from "@/lib/text/use-text";

/** A page about what an act touched. */
interface ActPage {
  readonly href: Route;
  readonly name: string;
}

/** An act of the signed-in person, with the pages of what it touched. */
interface ActView extends OwnAct {
  readonly pages: readonly ActPage[];
}

interface ActListProps {
  acts: readonly ActView[];
  undo: (input: unknown) => Promise<ActionResult<number>>;
}

/** What a person recorded and decided, latest first, each with Undo or why it cannot be undone. */
export function ActList({ acts, undo }: ActListProps) {
  const text = useText();
  const { t } = text;
  if (acts.length === 0) return <p>{t("record.acts.none")}</p>;
  return (
    <ol className="max-w-[44rem]">
      {acts.map(({ revision, at, pages, undoes, hindrance, ...act }) => (
        <li
          key={revision}
          className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-4 border-line border-t py-2.5"
        >
          <div className="min-w-0">
            <span className="font-medium">
              {undoes === null
                ? describeAct(text, act)
                : t("record.acts.undid", { revision: formatRevision(undoes) })}
            </span>
            <span className="block">
              {pages.map(({ href, name }) => (
                <Link
                  key={href}
                  className="link me-3 inline-flex min-h-6 items-center"
                  href={href}
                  prefetch={false}
                >
                  {name}
                </Link>
              ))}
            </span>
            <span className="block text-12 text-ink-3">
              {t("record.acts.revision", { revision: formatRevision(revision) })},{" "}
              <Instant at={at} />
              {hindrance === null ? null : ` · ${t(`record.acts.hindrance.${hindrance}`)}`}
            </span>
          </div>
          {hindrance === null ? (
            <UndoButton revision={revision} redo={undoes !== null} undo={undo} />
          ) : null}
        </li>
      ))}
    </ol>
  );
}

/** What an act did, in a few words. */
function describeAct(
  { t, list }: Text,
  {
    claims,
    decisions,
    sources,
    records,
  }: Pick<OwnAct, "claims" | "decisions" | "sources" | "records">,
): string {
  const counts = { claims, decisions, sources: sources.length, records: records.length };
  return list(
    (["claims", "decisions", "sources", "records"] as const)
      .filter((kind) => counts[kind] > 0)
      .map((kind) => t(`record.acts.${kind}`, { count: counts[kind] })),
  );
}

interface UndoButtonProps {
  revision: number;
  /** Does the act undo another one, so that undoing it makes that one again? */
  redo: boolean;
  undo: (input: unknown) => Promise<ActionResult<number>>;
  onDone?: () => void;
}

/** Undoes an act, or says why it cannot be undone. */
function UndoButton({ revision, redo, undo, onDone }: UndoButtonProps) {
  const { t } = usePlainText();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const send = async () => {
    if (busy) return;
    setBusy(true);
    setFailure(null);
    const answer = await callAction(t, undo, { revision });
    setBusy(false);
    if (!answer.ok) {
      return setFailure(answer.message ?? answer.issues.map(({ message }) => message).join(" "));
    }
    toast(
      t("record.acts.done", { redo: redo ? "yes" : "no", revision: formatRevision(answer.value) }),
    );
    onDone?.();
  };
  const label = t(redo ? "record.acts.redo" : "record.acts.undo");
  return (
    <div className="grid justify-items-end gap-1">
      <Button
        aria-disabled={busy}
        aria-label={t("record.acts.named", { label, revision: formatRevision(revision) })}
        onClick={() => void send()}
      >
        {label}
      </Button>
      {failure === null ? null : (
        <p role="alert" className="max-w-60 text-12 text-rust">
          {failure}
        </p>
      )}
    </div>
  );
}
