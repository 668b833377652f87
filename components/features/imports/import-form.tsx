"use client";

import Link from "next/link";
import { useRef, useState } from "react";
import { DeskForm } from "@/components/layout/desk-form";
import { useOtherPerson } from "@/components/layout/use-other-person";
import { Button, buttonClass } from "@/components/ui/button";
import { ChoiceField } from "@/components/ui/choice-field";
import { FILE_CLASS } from "@/components/ui/field-class";
import { Notice } from "@/components/ui/notice";
import { Spinner } from "@/components/ui/spinner";
import { Labelled, TextField } from "@/components/ui/text-field";
import { useFocusWithin } from "@/components/ui/use-focus-within";
import { useLeaveWarning } from "@/components/ui/use-leave-warning";
import type { TableAnswer } from "@/lib/contract/import-answer";
import { findMappingProblem } from "@/lib/entry/import-mapping";
import { MAX_TABLE_ROWS } from "@/lib/entry/table";
import type { Source } from "@/lib/evidence/ledger-records";
import { formatRevision } from "@/lib/text/revision-words";
import { useText } from "@/lib/text/use-text";
import type { Day } from "@/lib/time/day";
import { ColumnSection } from "./column-section";
import { DefaultsSection } from "./defaults-section";
import { ReportSection } from "./report-section";
import { type Progress, useImport } from "./use-import";

interface ImportFormProps {
  personId: string;
  /** The e-mail of the signed-in person, to sign in again. */
  email: string;
  sources: readonly Pick<Source, "id" | "title">[];
  maxMegabytes: number;
  /** The day in Pakistan; no date may be later. */
  today: Day;
}

/** Imports a table: it is read, its columns are chosen, it is checked, and what the check showed is recorded. */
export function ImportForm({ personId, email, sources, maxMegabytes, today }: ImportFormProps) {
  const { t } = useText();
  const part = useRef<HTMLDivElement>(null);
  const focus = useFocusWithin(part);
  const state = useImport();
  const otherPerson = useOtherPerson(personId);
  const [pasted, setPasted] = useState("");
  const { answer, report, recorded, progress, layout, targets } = state;
  const isBusy = progress !== null;
  useLeaveWarning((answer !== null || pasted !== "") && recorded === null, t("imports.leave"));
  const isUsable = findMappingProblem({ layout, targets }) === null;

  const read = async (content: Blob) => {
    if (await state.read(content, null)) focus(":is(input, select)");
  };
  const check = async () => {
    if (isBusy || !isUsable) return;
    if (await otherPerson.check()) return;
    focus((await state.check()) ? "#import-report" : "[data-failure]");
  };
  const confirm = async (cells: readonly string[]) => {
    if (isBusy || (await otherPerson.check())) return;
    focus((await state.confirm(cells)) ? "#import-report" : "[data-failure]");
  };
  const record = async (validOnly: boolean) => {
    if (await otherPerson.check()) return;
    focus((await state.record(validOnly)) ? "#import-report, #import-recorded" : "[data-failure]");
  };

  const { signedOut, closeSignIn } = state;
  return (
    <DeskForm
      form={{ otherPerson: otherPerson.name, signedOut, closeSignIn }}
      email={email}
      onSignedIn={() => undefined}
    >
      <div ref={part} className="grid max-w-[80rem] gap-8">
        <TableSection
          pasted={pasted}
          onPaste={setPasted}
          answer={answer}
          maxMegabytes={maxMegabytes}
          busy={state.reading}
          onRead={(content) => void read(content)}
          onSheet={(sheet) => void state.readSheet(sheet)}
          onReset={() => {
            state.reset();
            focus("textarea");
          }}
          onFail={state.fail}
        />
        {answer ? (
          <>
            <ColumnSection
              table={answer.table}
              layout={layout}
              targets={targets}
              onLayout={state.setLayout}
              onTarget={state.setTarget}
            />
            <DefaultsSection
              today={today}
              isChecked={report !== null || state.failure !== null}
              namesSources={targets.includes("source")}
              draft={state.defaults}
              sources={sources}
              layout={layout}
              onChange={state.setDefaults}
            />
            <div className="flex flex-wrap items-center gap-3">
              <Button
                variant={report ? "plain" : "main"}
                aria-disabled={isBusy || !isUsable}
                onClick={() => void check()}
              >
                {t("imports.check.submit")}
              </Button>
              {progress ? <WorkProgress progress={progress} onStop={state.stop} /> : null}
            </div>
          </>
        ) : null}
        {state.failure === null ? null : (
          <div data-failure tabIndex={-1} className="outline-none">
            <Notice tone="rust" live>
              {state.failure}
            </Notice>
          </div>
        )}
        {answer && report ? (
          <ReportSection
            table={answer.table}
            report={report}
            busy={isBusy}
            onRecord={(validOnly) => void record(validOnly)}
            onConfirm={(cells) => void confirm(cells)}
          />
        ) : null}
        {recorded ? (
          <div id="import-recorded" tabIndex={-1} className="outline-none">
            <Notice
              live
              action={
                <>
                  <Button
                    onClick={() => {
                      setPasted("");
                      state.reset();
                      focus("textarea");
                    }}
                  >
                    {t("imports.recorded.next")}
                  </Button>
                  <Link className={buttonClass()} href="/admin">
                    {t("imports.recorded.zones")}
                  </Link>
                </>
              }
            >
              {t("imports.recorded.done", {
                claims: recorded.claims,
                revision: formatRevision(recorded.revision),
              })}
            </Notice>
          </div>
        ) : null}
      </div>
    </DeskForm>
  );
}

function WorkProgress({ progress, onStop }: { progress: Progress; onStop: () => void }) {
  const { t, number } = useText();
  const { phase, done, total } = progress;
  return (
    <>
      <Spinner />
      <p role="status">
        {phase === "checking"
          ? t("imports.check.checking", { total })
          : phase === "waiting"
            ? t("imports.check.waiting")
            : t(`imports.check.${phase}`, { done: number(done), total: number(total) })}
      </p>
      <Button onClick={onStop}>{t("imports.check.stop")}</Button>
    </>
  );
}

interface TableSectionProps {
  pasted: string;
  onPaste: (pasted: string) => void;
  answer: TableAnswer | null;
  /** Largest file, in MB. */
  maxMegabytes: number;
  busy: boolean;
  onRead: (content: Blob) => void;
  onSheet: (sheet: string) => void;
  onReset: () => void;
  onFail: (message: string) => void;
}

/** The first step: a pasted table or a file; once it is read, what was read. */
function TableSection(props: TableSectionProps) {
  const { answer, onSheet, onReset } = props;
  const { t } = useText();
  return (
    <section aria-labelledby="import-table" className="grid gap-3">
      <h2 id="import-table" className="title">
        {t("imports.table.title")}
      </h2>
      {answer === null ? (
        <TableInput {...props} />
      ) : (
        <>
          <p role="status">
            {t("imports.table.done", {
              rows: answer.table.rows.filter((cells) => cells.length > 0).length,
              columns: answer.table.header.length,
              form: answer.form,
            })}
          </p>
          <div className="flex flex-wrap items-end gap-3">
            {answer.sheets.length > 1 ? (
              <ChoiceField
                label={t("imports.table.sheet")}
                values={answer.sheets}
                labelOf={(name) => name}
                value={answer.sheet ?? ""}
                onChange={onSheet}
              />
            ) : null}
            <Button onClick={onReset}>{t("imports.table.again")}</Button>
          </div>
        </>
      )}
    </section>
  );
}

function TableInput(props: TableSectionProps) {
  const { pasted, onPaste, maxMegabytes, busy, onRead, onFail } = props;
  const { t, number } = useText();
  const files = useRef<HTMLInputElement>(null);
  const read = () => {
    const file = files.current?.files?.[0];
    if (file && file.size > maxMegabytes * 1024 * 1024) {
      onFail(t("imports.table.tooLarge", { megabytes: number(maxMegabytes) }));
    } else if (file) onRead(file);
    else if (pasted.trim() !== "") onRead(new Blob([pasted]));
    else onFail(t("imports.table.empty"));
  };
  return (
    // Not a form: a browser would send one before the scripts have come, and lose what was pasted.
    <div className="grid items-start gap-x-10 gap-y-3 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <TextField
        label={t("imports.table.paste")}
        hint={t("imports.table.pasteHint")}
        rows={8}
        value={pasted}
        onChange={onPaste}
      />
      <Labelled
        label={t("imports.table.file")}
        hint={t("imports.table.fileHint", {
          megabytes: number(maxMegabytes),
          rows: number(MAX_TABLE_ROWS),
        })}
      >
        {({ id, describedBy }) => (
          <input
            ref={files}
            id={id}
            type="file"
            accept=".csv,.tsv,.txt,.xlsx"
            aria-describedby={describedBy}
            className={FILE_CLASS}
          />
        )}
      </Labelled>
      <div className="flex items-center gap-3">
        <Button variant="main" aria-disabled={busy} onClick={read}>
          {t("imports.table.read", { busy: busy ? "yes" : "no" })}
        </Button>
        {busy ? <Spinner /> : null}
      </div>
    </div>
  );
}
