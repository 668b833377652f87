"use client";

import type { Route } from "next";
import Link from "next/link";
import { Instant } from "@/components/time/instant";
import type { ActionResult } from "@/lib/contract/action-result";
import { sourcePath } from "@/lib/evidence/addresses";
import { formatRevision } from "@/lib/text/revision-words";
import { useText } from "@/lib/text/use-text";
import { UndoButton } from "./undo-button";

/** A zone or source that an act touched. */
interface ActSubject {
  readonly id: string;
  readonly name: string;
}

/** An act of the signed-in person, as shown. */
interface ActView {
  readonly revision: number;
  /** ISO 8601. */
  readonly at: string;
  readonly zones: readonly ActSubject[];
  readonly sources: readonly ActSubject[];
  readonly claims: number;
  readonly decisions: number;
  /** The revision that it undoes; null: none. */
  readonly undoes: number | null;
  /** Why it cannot be undone; null: it can. */
  readonly hindrance: "tooLate" | "others" | "own" | "moved" | "other" | "undone" | null;
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
      {acts.map(({ revision, at, zones, sources, claims, decisions, undoes, hindrance }) => (
        <li
          key={revision}
          className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-4 border-line border-t py-2.5"
        >
          <div className="min-w-0">
            <span className="font-medium">
              {undoes === null
                ? text.list([
                    ...(claims > 0 ? [t("record.acts.claims", { count: claims })] : []),
                    ...(decisions > 0 ? [t("record.acts.decisions", { count: decisions })] : []),
                    ...(sources.length > 0
                      ? [t("record.acts.sources", { count: sources.length })]
                      : []),
                  ])
                : t("record.acts.undid", { revision: formatRevision(undoes) })}
            </span>
            <span className="block">
              {[
                ...zones.map(({ id, name }) => ({ href: `/zones/${id}/ledger`, name })),
                ...sources.map(({ id, name }) => ({ href: sourcePath(id), name })),
              ].map(({ href, name }) => (
                <Link
                  key={href}
                  className="link me-3 inline-flex min-h-6 items-center"
                  href={href as Route}
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
