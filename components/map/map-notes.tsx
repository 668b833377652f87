import { cx } from "@/components/ui/cx";
import { usePlainText } from "@/lib/text/use-plain-text";

const BOX = "pointer-events-auto rounded-2 bg-paper/85 px-1.5 py-0.5 text-11 text-ink-3";

/**
 * What every map must say: how places are meant, the boundary note, whose data it is. A narrow map has
 * room for a short note, which opens the rest.
 */
export function MapNotes({ attribution }: { attribution: string }) {
  const { t } = usePlainText();
  const notes = t("map.notes.all", { attribution });
  return (
    <>
      <p className={cx(BOX, "@max-4xl:hidden max-w-[46rem]")}>{notes}</p>
      <details className="@4xl:hidden pointer-events-auto w-fit max-w-full open:w-full">
        <summary className={cx(BOX, "inline-block hover:text-ink")}>
          {t("map.notes.short")}{" "}
          <span className="link whitespace-nowrap">{t("map.notes.open")}</span>
        </summary>
        <p className="mt-1 max-w-[46rem] rounded-2 bg-paper p-2 text-11 text-ink-2 shadow-edge">
          {notes}
        </p>
      </details>
    </>
  );
}
