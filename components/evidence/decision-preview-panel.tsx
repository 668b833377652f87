import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import type { DecisionPreview } from "@/lib/evidence/decision-preview";
import { useText } from "@/lib/text/use-text";
import { PreviewPanel } from "./preview-panel";

/** The effect of a decision, as shown. */
export interface DecisionPreviewView extends Omit<DecisionPreview, "rows"> {
  /** The new headline of the home page; null: it stays. */
  readonly headline: string | null;
}

const STATES = {
  kept: "kept",
  "kept-late": "keptLate",
  missed: "missed",
  "not-known": "notKnown",
  open: "open",
} as const;

interface DecisionPreviewPanelProps {
  /** Null: none is chosen. */
  preview: DecisionPreviewView | null;
  /** What stands above the changes; absent: how to see them, where nothing is chosen. */
  lead?: ReactNode;
  className?: string;
}

/** Everything that the chosen decision would change. */
export function DecisionPreviewPanel({ preview, lead, className }: DecisionPreviewPanelProps) {
  const { t, number } = useText();
  const unchanged = [
    preview?.funnels.length === 0 ? t("record.preview.counts") : null,
    preview?.targets.length === 0 ? t("record.preview.targets") : null,
    preview?.gaps.length === 0 ? t("record.preview.gaps") : null,
    preview?.headline === null ? t("record.preview.headline") : null,
  ].filter((part) => part !== null);
  return (
    <aside
      aria-labelledby="decision-preview"
      aria-live="polite"
      className={cx("grid gap-4", className)}
    >
      <h2 id="decision-preview" className="title">
        {t("record.preview.title")}
      </h2>
      {lead ??
        (preview === null ? <p className="text-ink-3">{t("record.preview.choose")}</p> : null)}
      {preview === null ? null : (
        <PreviewPanel preview={preview} heading={null} ofDecision>
          <Effects
            title={t("record.preview.targets")}
            sentences={preview.targets.map(({ state, before, after }) =>
              t("record.preview.target", {
                state: STATES[state],
                before: number(before),
                after: number(after),
              }),
            )}
          />
          <Effects
            title={t("record.preview.gaps")}
            sentences={preview.gaps.map(({ utility, bothKnown, short }) =>
              t("record.preview.gap", {
                utility,
                knownBefore: number(bothKnown.before),
                knownAfter: number(bothKnown.after),
                shortBefore: number(short.before),
                shortAfter: number(short.after),
              }),
            )}
          />
          <Effects
            title={t("record.preview.headline")}
            sentences={preview.headline === null ? [] : [preview.headline]}
          />
          {unchanged.length === 0 ? null : (
            <p className="text-12 text-ink-3">
              {t("record.preview.noChange", { parts: unchanged.join(" · ") })}
            </p>
          )}
        </PreviewPanel>
      )}
    </aside>
  );
}

/** What a decision changes of one kind, a sentence each. */
function Effects({ title, sentences }: { title: string; sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <section className="grid gap-1 text-12">
      <h3 className="font-semibold">{title}</h3>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}
