"use client";

import Link from "next/link";
import { useRef, useState } from "react";
import { OtherPersonNotice } from "@/components/layout/other-person-notice";
import { SignInAgain } from "@/components/layout/sign-in-again";
import { useOtherPerson } from "@/components/layout/use-other-person";
import { Button, buttonClass } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Spinner } from "@/components/ui/spinner";
import { useFocusWithin } from "@/components/ui/use-focus-within";
import { useLeaveWarning } from "@/components/ui/use-leave-warning";
import { findMappingProblem } from "@/lib/entry/import-mapping";
import type { Source } from "@/lib/evidence/ledger-records";
import { formatRevision } from "@/lib/text/revision-words";
import { useText } from "@/lib/text/use-text";
import { ColumnSection } from "./column-section";
import { DefaultsSection } from "./defaults-section";
import { ReportSection } from "./report-section";
import { TableSection } from "./table-section";
import { type Progress, useImport } from "./use-import";

interface ImportFormProps {
  personId: string;
  /** The e-mail of the signed-in person, to sign in again. */
  email: string;
  sources: readonly Pick<Source, "id" | "title">[];
  maxMegabytes: number;
}

/** Imports a table: it is read, its columns are chosen, it is checked, and what the check showed is recorded. */
export function ImportForm({ personId, email, sources, maxMegabytes }: ImportFormProps) {
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
  const record = async (validOnly: boolean) => {
    if (await otherPerson.check()) return;
    focus((await state.record(validOnly)) ? "#import-report, #import-recorded" : "[data-failure]");
  };

  if (otherPerson.name !== null) {
    return <OtherPersonNotice name={otherPerson.name} isKept={false} />;
  }
  return (
    <div ref={part} className="grid max-w-[56rem] gap-8">
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
      <SignInAgain
        open={state.signedOut}
        email={email}
        onSignedIn={() => undefined}
        onClose={state.closeSignIn}
      />
    </div>
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
