import { Bar } from "@/components/charts/bar";
import { Figure } from "@/components/charts/figure";
import type { Lateness, ProvinceLateness } from "@/lib/targets/late-targets";
import { useText } from "@/lib/text/use-text";

interface LateTargetsFigureProps {
  provinces: readonly ProvinceLateness[];
  all: Lateness;
  /** What is written under every picture. */
  source: string;
  /** Path and query of its embed. */
  embed: string;
}

/** By how many months the targets of each province are late: a bar for each, and hollow where no outcome is known. */
export function LateTargetsFigure({ provinces, all, source, embed }: LateTargetsFigureProps) {
  const text = useText();
  const { t, number } = text;
  if (provinces.length === 0) return null;
  const full = Math.max(1, ...provinces.map(({ months }) => months ?? 0));
  const name = ({ province }: ProvinceLateness) =>
    province === null ? t("changes.targets.provinceUnknown") : text.termLabel("province", province);
  return (
    <Figure
      title={t("news.late.title", { ...all, months: all.months ?? 0 })}
      name="late-targets"
      columns={[
        { key: "province", label: t("changes.targets.province") },
        { key: "months", label: t("news.late.months"), numeric: true },
        { key: "late", label: t("news.late.late"), numeric: true },
        { key: "known", label: t("news.late.known"), numeric: true },
        { key: "unknown", label: t("news.late.unknown"), numeric: true },
      ]}
      rows={provinces.map((one) => ({
        province: name(one),
        months: one.months ?? (one.known > 0 ? 0 : null),
        late: one.late,
        known: one.known,
        unknown: one.unknown,
      }))}
      source={source}
      embed={embed}
      className="mt-10"
      note={t("news.late.note")}
    >
      <ul>
        {provinces.map((one) => (
          <li
            key={one.province ?? "unknown"}
            className="grid min-h-6 items-center gap-x-3 sm:grid-cols-[11rem_minmax(0,1fr)_15rem]"
          >
            <span>{name(one)}</span>
            <Bar
              value={one.months ?? (one.known > 0 ? 0 : null)}
              full={full}
              tone="amber"
              height={12}
            />
            <span className="tabular max-sm:mb-1.5">
              <b className="font-semibold">
                {t("news.late.mean", {
                  months: one.months ?? 0,
                  known: one.known > 0 ? "yes" : "no",
                })}
              </b>{" "}
              <span className="text-ink-2">
                {t("news.late.of", {
                  late: number(one.late),
                  known: one.known,
                  unknown: one.unknown,
                })}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Figure>
  );
}
