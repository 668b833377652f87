import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { ChoiceField } from "@/components/ui/choice-field";
import { Spinner } from "@/components/ui/spinner";
import { Labelled, TextField } from "@/components/ui/text-field";
import type { TableAnswer } from "@/lib/contract/import-answer";
import { MAX_TABLE_ROWS } from "@/lib/entry/table";
import { useText } from "@/lib/text/use-text";

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
export function TableSection(props: TableSectionProps) {
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
    <div className="grid gap-3">
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
            className="min-h-(--control) w-full min-w-0 text-ink-2 file:me-3 file:h-(--control) file:cursor-pointer file:rounded-2 file:border-0 file:bg-paper file:px-2.5 file:[font-family:inherit] file:font-medium file:text-ink file:shadow-[inset_0_0_0_1px_var(--color-line-2)] hover:file:bg-paper-2"
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
