"use client";

import type { Route } from "next";
import Link from "next/link";
import { Instant } from "@/components/time/instant";
import type { ActionResult } from "@/lib/contract/action-result";
import type { OwnAct } from "@/lib/contract/own-act";
import { sourcePath } from "@/lib/evidence/addresses";
import { formatRevision } from "@/lib/text/revision-words";
import type { Text } from "@/lib/text/text";
import { useText } from "@/lib/text/use-text";
import { UndoButton } from "./undo-button";

/** A zone or source that an act touched. */
interface ActSubject {
  readonly id: string;
  readonly name: string;
}

/** An act of the signed-in person, with the names of what it touched. */
interface ActView extends Omit<OwnAct, "zones" | "sources"> {
  readonly zones: readonly ActSubject[];
  readonly sources: readonly ActSubject[];
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
      {acts.map(({ revision, at, zones, sources, undoes, hindrance, ...act }) => (
        <li
          key={revision}
          className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-4 border-line border-t py-2.5"
        >
          <div className="min-w-0">
            <span className="font-medium">
              {undoes === null
                ? describeAct(text, { ...act, sources: sources.length })
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

/** What an act did, in a few words. @param act.sources how many sources it added or changed */
function describeAct(
  { t, list }: Text,
  act: Pick<ActView, "claims" | "decisions" | "changesRecords"> & { readonly sources: number },
): string {
  const counted = (["claims", "decisions", "sources"] as const)
    .filter((kind) => act[kind] > 0)
    .map((kind) => t(`record.acts.${kind}`, { count: act[kind] }));
  return list([...counted, ...(act.changesRecords ? [t("record.acts.records")] : [])]);
}
