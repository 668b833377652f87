import type { DraftRecord } from "@/components/entry/draft";
import { PartField, type RecordOptions } from "@/components/entry/record-fields";
import { Button } from "@/components/ui/button";
import type { PartFault } from "@/lib/records/record-draft";
import { RECORD_PARTS } from "@/lib/records/record-kinds";
import { useText } from "@/lib/text/use-text";

interface ArticleRecordProps {
  /** Id of the element. */
  id: string;
  record: DraftRecord;
  faults: Readonly<Record<string, PartFault>>;
  options: RecordOptions;
  onFocus: () => void;
  onChange: (typed: DraftRecord["typed"]) => void;
  onRemove: () => void;
}

/** An event or a national figure of the article. Its source is that of the facts. */
export function ArticleRecord({
  id,
  record: { kind, typed },
  faults,
  options,
  onFocus,
  onChange,
  onRemove,
}: ArticleRecordProps) {
  const { t } = useText();
  return (
    <section
      id={id}
      aria-label={t(`record.fact.${kind}`)}
      onFocus={onFocus}
      className="grid gap-3 border-line border-t py-4"
    >
      <header className="flex items-start justify-between gap-4">
        <h3 className="font-semibold">{t(`record.fact.${kind}`)}</h3>
        <Button variant="quiet" onClick={onRemove}>
          {t("record.report.remove")}
        </Button>
      </header>
      {RECORD_PARTS[kind].map((part) => {
        const fault = faults[part.key];
        return part.key === "sourceId" ? null : (
          <PartField
            key={part.key}
            part={part}
            draft={typed}
            fault={fault && t(`records.fault.${fault}`)}
            present={undefined}
            options={options}
            readOnly={false}
            onChange={(words) => onChange({ ...typed, [part.key]: words })}
          />
        );
      })}
    </section>
  );
}
