import { ArchiveLink } from "@/components/evidence/source-reference";
import { Anchor } from "@/components/layout/link";
import { Original } from "@/components/ui/original";
import { sourcePath, webAddress } from "@/lib/evidence/addresses";
import type { Source } from "@/lib/evidence/ledger-records";
import type { SourceRow } from "@/lib/evidence/source-rows";
import { listOtherUses } from "@/lib/text/source-summary";
import { useText } from "@/lib/text/use-text";
import { type Day, daysBetween, firstDay } from "@/lib/time/day";
import "./source-list.css";

interface SourceListProps {
  rows: readonly SourceRow[];
  /** The day shown, for the ages. */
  asOf: Day;
  /** The moment as in the address. */
  moment: readonly (readonly [string, string])[];
}

/** The sources, one per row, each at an anchor of its own id; the title leads to everything that it supports. */
export function SourceList({ rows, asOf, moment }: SourceListProps) {
  const { t } = useText();
  return (
    <ol aria-label={t("sources.list.label")} className="source-list">
      {rows.map((row) => (
        <li key={row.source.id} id={row.source.id}>
          <div>
            <Anchor className="link" href={sourcePath(row.source.id, moment)}>
              <Original>{row.source.title}</Original>
            </Anchor>
            <p>
              {row.source.publisher} <WebPage source={row.source} />
              <ArchiveLink source={row.source} className="link" />
            </p>
          </div>
          <p>{t(`common.sourceKind.${row.source.kind}`)}</p>
          <Published source={row.source} asOf={asOf} />
          <Uses row={row} />
        </li>
      ))}
    </ol>
  );
}

function WebPage({ source: { title, url } }: { source: Source }) {
  const { t } = useText();
  const address = webAddress(url);
  if (address === null) return <span className="text-ink-3">{t("sources.noAddress")}</span>;
  return (
    <a
      className="link"
      href={address}
      rel="external noopener"
      aria-label={t("sources.list.openNamed", { title })}
    >
      {t("sources.list.open")}
    </a>
  );
}

/** The date of publication and its age. */
function Published({ source, asOf }: { source: Source; asOf: Day }) {
  const text = useText();
  const { publishedOn, publishedOnEstimated } = source;
  if (publishedOn === null) return <p className="unknown">{text.t("sources.undated")}</p>;
  const days = daysBetween(firstDay(publishedOn), asOf);
  return (
    <p className="tabular">
      {text.partialDate(publishedOn)}
      <span className="meta">
        <span>
          {days < 1 ? text.t("sources.newToday") : text.t("sources.age", { age: text.age(days) })}
        </span>
        {publishedOnEstimated ? <span>{text.t("sources.estimated")}</span> : null}
      </span>
    </p>
  );
}

/** What a source supports, and how many of its reports are disputed. */
function Uses({ row }: { row: SourceRow }) {
  const text = useText();
  const { t, number } = text;
  const { claims, shown, zones, contested, settled } = row;
  const others = listOtherUses(text, row);
  return (
    <div className="tabular">
      {claims > 0 ? (
        <p>
          {t.rich("sources.list.uses", {
            reports: claims,
            zones,
            b: (chunks) => <b>{chunks}</b>,
          })}
        </p>
      ) : (
        <p className="text-ink-2">
          {t(others.length === 0 ? "sources.list.unused" : "sources.list.noReports")}
        </p>
      )}
      <p className="meta">
        {claims > 0 ? <span>{t("sources.list.displayed", { count: number(shown) })}</span> : null}
        {contested > 0 ? (
          <span className="disputed">
            {t("sources.list.disputed", { count: number(contested) })}
          </span>
        ) : null}
        {settled > 0 ? <span>{t("sources.list.settled", { count: number(settled) })}</span> : null}
        {others.map((use) => (
          <span key={use}>{use}</span>
        ))}
      </p>
    </div>
  );
}
