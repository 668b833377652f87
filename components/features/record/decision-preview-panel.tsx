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

/** Everything that the chosen decision would change; null: none is chosen. */
export function DecisionPreviewPanel({
  preview,
  className,
}: {
  preview: DecisionPreviewView | null;
  className?: string;
}) {
  const { t, number } = useText();
  return (
    <aside
      aria-labelledby="decision-preview"
      aria-live="polite"
      className={cx("grid gap-4", className)}
    >
      <h2 id="decision-preview" className="title">
        {t("record.preview.title")}
      </h2>
      {preview === null ? (
        <p className="text-ink-3">{t("record.preview.choose")}</p>
      ) : (
        <PreviewPanel preview={preview} heading={null} ofDecision>
          <section className="grid gap-1 text-12">
            <h3 className="font-semibold">{t("record.preview.targets")}</h3>
            {preview.targets.length === 0 ? (
              <p className="text-ink-3">{t("record.preview.noTargets")}</p>
            ) : (
              <ul>
                {preview.targets.map(({ state, before, after }) => (
                  <li key={state}>
                    {t("record.preview.target", {
                      state: STATES[state],
                      before: number(before),
                      after: number(after),
                    })}
                  </li>
                ))}
              </ul>
            )}
          </section>
          <section className="grid gap-1 text-12">
            <h3 className="font-semibold">{t("record.preview.gaps")}</h3>
            {preview.gaps.length === 0 ? (
              <p className="text-ink-3">{t("record.preview.noGaps")}</p>
            ) : (
              <ul>
                {preview.gaps.map(({ utility, bothKnown, short }) => (
                  <li key={utility}>
                    {t("record.preview.gap", {
                      utility,
                      knownBefore: number(bothKnown.before),
                      knownAfter: number(bothKnown.after),
                      shortBefore: number(short.before),
                      shortAfter: number(short.after),
                    })}
                  </li>
                ))}
              </ul>
            )}
          </section>
          <section className="grid gap-1 text-12">
            <h3 className="font-semibold">{t("record.preview.headline")}</h3>
            <p className={preview.headline === null ? "text-ink-3" : ""}>
              {preview.headline ?? t("record.preview.sameHeadline")}
            </p>
          </section>
        </PreviewPanel>
      )}
    </aside>
  );
}
