import { Anchor } from "@/components/layout/link";
import { ANOTHER_COUNTRY, type FirmFilter, filterFirms, firmsPath } from "@/lib/firms/firm-filter";
import { CHINA, type PlacedFirm } from "@/lib/firms/firms";
import type { Query } from "@/lib/query/query";
import { useText } from "@/lib/text/use-text";

interface TieSwitchProps {
  /** The firms that match the other filters. */
  firms: readonly PlacedFirm[];
  query: Query;
  filter: FirmFilter;
}

const CHOICES = [
  { key: "china", country: [CHINA] },
  { key: "other", country: [ANOTHER_COUNTRY] },
  { key: "all", country: undefined },
] as const;

/** Shows the firms with ties to China, those with ties to another country abroad, or all, as links with their numbers. */
export function TieSwitch({ firms, query, filter }: TieSwitchProps) {
  const { t, number } = useText();
  const chosen = filter.country?.join(",");
  return (
    <nav aria-label={t("firms.switch.label")} className="no-print mb-4 flex flex-wrap gap-2">
      {CHOICES.map(({ key, country }) => (
        <Anchor
          key={key}
          className="inline-flex min-h-(--field) items-center gap-2 rounded-sm border border-line-2 px-3 hover:border-ink aria-[current]:border-ink aria-[current]:bg-ink aria-[current]:text-paper"
          aria-current={chosen === country?.join(",") ? "true" : undefined}
          href={`${firmsPath(query, { ...filter, country })}#firms`}
        >
          {t(`firms.switch.${key}`)}
          <span className="tabular">{number(filterFirms(firms, { country }).length)}</span>
        </Anchor>
      ))}
    </nav>
  );
}
