import { DecisionPreviewPanel } from "@/components/evidence/decision-preview-panel";
import { useText } from "@/lib/text/use-text";
import type { RetirementPreviewView } from "./use-retirement-preview";

interface RetirementPreviewPanelProps {
  /** Null: it is being worked out, or nothing is chosen. */
  preview: RetirementPreviewView | null;
  /** Why there is none. */
  failure: string | null;
  /** The zone that is merged, retired or withdrawn. */
  name: string;
  /** The name of the zone that stays; null: the zone is not merged; empty: none is chosen. */
  into: string | null;
}

/** Everything that merging, retiring or withdrawing a zone would change, before it is done. */
export function RetirementPreviewPanel({
  preview,
  failure,
  name,
  into,
}: RetirementPreviewPanelProps) {
  const { t, list } = useText();
  const lead =
    failure ??
    (into === ""
      ? t("records.retire.preview.choose")
      : preview === null
        ? t("records.retire.preview.loading")
        : t("records.retire.preview.gone", { name }));
  return (
    <DecisionPreviewPanel
      preview={preview}
      lead={
        <div className="grid gap-1">
          <p className={failure === null ? "text-ink-2" : "text-rust"}>{lead}</p>
          {preview === null || into === null ? null : (
            <>
              <p>{t("records.retire.preview.reports", { count: preview.reports, into })}</p>
              {preview.firms.length === 0 ? null : (
                <p>{t("records.retire.preview.firms", { into, names: list(preview.firms) })}</p>
              )}
              {preview.fields.length > 0 ? null : (
                <p>{t("records.retire.preview.noValue", { into })}</p>
              )}
            </>
          )}
        </div>
      }
    />
  );
}
