import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { FieldKey } from "@/lib/catalogue/fields";
import type { Claim, Source } from "@/lib/evidence/ledger-records";
import type { DraftClaim } from "@/lib/evidence/preview";
import { useText } from "@/lib/text/use-text";

interface ConflictNoticeProps {
  field: FieldKey;
  /** The claim that is displayed now; null: unknown. */
  current: Claim | null;
  /** The claim in the form; undefined: its value cannot be read yet. */
  draft: DraftClaim | undefined;
  /** Title of the draft's source; empty: none is chosen yet. */
  draftSource: string;
  sources: ReadonlyMap<string, Source>;
  /** Keeps the draft's claim, based on what is displayed now. */
  onKeep: () => void;
  /** Removes the claim from the form. */
  onRemove: () => void;
}

/** Another value was recorded in the meantime: both values with their sources, and the choice. */
export function ConflictNotice({
  field,
  current,
  draft,
  draftSource,
  sources,
  onKeep,
  onRemove,
}: ConflictNoticeProps) {
  const text = useText();
  const { t } = text;
  const source = current ? sources.get(current.sourceId) : undefined;
  const bold = current === null || current.value === null ? "unknown" : "font-semibold";
  return (
    <Notice
      tone="amber"
      live
      action={
        <div className="flex flex-wrap gap-2">
          <Button data-choice onClick={onKeep}>
            {t("record.conflict.keep")}
          </Button>
          <Button variant="quiet" onClick={onRemove}>
            {t("record.conflict.remove")}
          </Button>
        </div>
      }
    >
      <p className="font-medium">{t("record.conflict.title")}</p>
      <dl className="mt-1 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3">
        <dt>{t("record.conflict.displayed")}</dt>
        <dd>
          <b className={bold}>{text.value(field, current?.value ?? null)}</b>
          {current?.asOf ? ` · ${text.partialDate(current.asOf)}` : ""}
          {source
            ? ` · ${t("record.conflict.from", { publisher: source.publisher, title: source.title })}`
            : ""}
          {current?.note ? <span className="block">{current.note}</span> : null}
        </dd>
        <dt>{t("record.conflict.yours")}</dt>
        <dd>
          <b className="font-semibold">
            {draft ? text.value(field, draft.value) : t("record.conflict.noValue")}
          </b>
          {" · "}
          {draftSource || t("record.conflict.noSource")}
        </dd>
      </dl>
      <p className="mt-1">{t("record.conflict.help")}</p>
    </Notice>
  );
}
