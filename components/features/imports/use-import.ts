"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import type { z } from "zod";
import { type DraftSource, EMPTY_SOURCE, getContent } from "@/components/entry/draft";
import { type Sent, sendImport, sendTable } from "@/lib/client/send-import";
import type { ImportLine, ImportReport, TableAnswer } from "@/lib/contract/import-answer";
import type { ImportRequest } from "@/lib/contract/import-request";
import type { ColumnTarget, Layout } from "@/lib/entry/import-mapping";
import type { Table } from "@/lib/entry/table";
import { useText } from "@/lib/text/use-text";

/** How far the work is. */
export type Progress = Extract<ImportLine, { readonly kind: "progress" }>;
/** What was recorded last. */
type Recorded = Extract<ImportLine, { readonly kind: "recorded" }>;

/** The state of the page: the table, its columns, and what the server said. */
export function useImport() {
  const { t } = useText();
  const router = useRouter();
  const [file, setFile] = useState<Blob | null>(null);
  const [answer, setAnswer] = useState<TableAnswer | null>(null);
  const [layout, setLayoutState] = useState<Layout>("claims");
  const [targets, setTargets] = useState<readonly ColumnTarget[]>([]);
  const [defaults, setDefaultsState] = useState<DefaultsDraft>(EMPTY_DEFAULTS);
  const [confirmedCells, setConfirmedCells] = useState<readonly string[]>([]);
  const [reading, setReading] = useState(false);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [report, setReport] = useState<ImportReport | null>(null);
  const [recorded, setRecorded] = useState<Recorded | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [signedOut, setSignedOut] = useState(false);
  const stopper = useRef<AbortController | null>(null);
  const header = useRef<string | null>(null);

  const fail = (
    sent: Exclude<Sent<unknown>, { kind: "done" }>,
    words: { readonly lost: string; readonly stopped: string },
  ) => {
    if (sent.kind === "signed-out") setSignedOut(true);
    else setFailure(sent.kind === "rejected" ? sent.message : words[sent.kind]);
  };

  /** Reads a file or a pasted text. @returns whether it is a table */
  const read = async (content: Blob, sheet: string | null): Promise<boolean> => {
    if (reading) return false;
    setReading(true);
    setFailure(null);
    const sent = await sendTable(content, sheet);
    setReading(false);
    if (sent.kind !== "done") {
      fail(sent, { lost: t("errors.unreachable"), stopped: t("imports.check.stopped") });
      return false;
    }
    setFile(content);
    setAnswer(sent.answer);
    setConfirmedCells([]);
    setReport(null);
    setRecorded(null);
    // A table that was corrected keeps what was chosen for its columns.
    const names = JSON.stringify(sent.answer.table.header);
    if (names === header.current) return true;
    header.current = names;
    setLayoutState(sent.answer.layout);
    setTargets(sent.answer.targets);
    if (sent.answer.targets.includes("source")) {
      setDefaultsState((draft) => ({ ...draft, sourceFrom: "columns" }));
    }
    return true;
  };

  /** Sends the table. @param record what the last report showed is recorded; null: the table is checked */
  const send = async (
    record: { readonly validOnly: boolean } | null,
    confirmed = confirmedCells,
  ): Promise<boolean> => {
    if (answer === null || stopper.current !== null) return false;
    const stop = new AbortController();
    stopper.current = stop;
    setFailure(null);
    setRecorded(null);
    setProgress({ kind: "progress", phase: "waiting", done: 0, total: 0 });
    const request = buildImport(answer.table, layout, targets, defaults, confirmed);
    const body =
      record && report ? { ...request, record: { ...record, digest: report.digest } } : request;
    const sent = await sendImport(body, stop.signal, (line) => {
      if (line.kind === "progress") setProgress(line);
    });
    stopper.current = null;
    setProgress(null);
    if (sent.kind !== "done") {
      // The server may have recorded before it hears of the stop.
      fail(
        sent,
        record
          ? { lost: t("imports.check.lost"), stopped: t("imports.check.stoppedRecording") }
          : { lost: t("errors.unreachable"), stopped: t("imports.check.stopped") },
      );
      return false;
    }
    return take(sent.answer);
  };

  const take = (line: ImportLine): boolean => {
    switch (line.kind) {
      case "report":
        setReport(line.report);
        if (line.changed) setFailure(t("imports.check.changed"));
        return true;
      case "recorded":
        setRecorded(line);
        setReport(null);
        router.refresh();
        return true;
      case "problem":
        setReport(null);
        setFailure(line.message);
        return false;
      case "progress":
        return false;
    }
  };

  /** A change after a check makes its report out of date. */
  const outdate = () => {
    setReport(null);
    setRecorded(null);
  };

  return {
    answer,
    check: () => send(null),
    closeSignIn: () => setSignedOut(false),
    /** Confirms cells, and checks the table again. */
    confirm: (cells: readonly string[]) => {
      const all = [...confirmedCells, ...cells];
      setConfirmedCells(all);
      return send(null, all);
    },
    defaults,
    failure,
    fail: setFailure,
    layout,
    progress,
    read,
    readSheet: (sheet: string) => (file ? read(file, sheet) : Promise.resolve(false)),
    reading,
    record: (validOnly: boolean) => send({ validOnly }),
    recorded,
    report,
    reset: () => {
      setAnswer(null);
      setFile(null);
      setFailure(null);
      outdate();
    },
    setDefaults: (part: Partial<DefaultsDraft>) => {
      setDefaultsState((draft) => ({ ...draft, ...part }));
      outdate();
    },
    setLayout: (next: Layout) => {
      setLayoutState(next);
      outdate();
    },
    setTarget: (column: number, target: ColumnTarget) => {
      setTargets((all) => all.map((one, i) => (i === column ? target : one)));
      outdate();
    },
    signedOut,
    stop: () => stopper.current?.abort(),
    targets,
  };
}

/** Where the source of the rows comes from. */
export const SOURCE_CHOICES = ["known", "new", "columns"] as const;
type SourceChoice = (typeof SOURCE_CHOICES)[number];

type SentImport = z.input<typeof ImportRequest>;

/** What applies to every row of a table, as typed. */
export interface DefaultsDraft
  extends Pick<
    SentImport,
    "source" | "asOf" | "origin" | "confidence" | "note" | "confirmed" | "newZones"
  > {
  readonly sourceFrom: SourceChoice;
  readonly newSource: DraftSource;
}

const EMPTY_DEFAULTS: DefaultsDraft = {
  sourceFrom: "known",
  newSource: EMPTY_SOURCE,
  ...{ source: "", asOf: "", origin: "official", confidence: "medium", note: "" },
  ...{ confirmed: false, newZones: false },
};

/** The request that checks a table. */
function buildImport(
  table: Table,
  layout: Layout,
  targets: readonly ColumnTarget[],
  draft: DefaultsDraft,
  confirmedCells: readonly string[],
): SentImport {
  const { sourceFrom, source, newSource, ...others } = draft;
  const { headerRow, header, rows, covered } = table;
  return {
    ...others,
    table: {
      headerRow,
      header: [...header],
      rows: rows.map((cells) => [...cells]),
      covered: [...covered],
    },
    layout,
    targets: [...targets],
    source: sourceFrom === "known" ? source : "",
    newSource: sourceFrom === "new" ? getContent(newSource) : null,
    confirmedCells: [...confirmedCells],
  };
}
