import { Anchor } from "@/components/layout/link";
import { TextTable } from "@/components/layout/term-table";
import { BLOCK_WEIGHTS } from "@/lib/catalogue/groups";
import type { ZoneRecord } from "@/lib/evidence/registry";
import { shortZoneName } from "@/lib/evidence/zone-name";
import { computeReadiness, listBlockSums } from "@/lib/readiness/readiness";
import { getFullCount } from "@/lib/readiness/scale";
import { getZoneStanding, STANDINGS } from "@/lib/readiness/standing";
import { describeProgress } from "@/lib/text/progress-words";
import { useText } from "@/lib/text/use-text";
import type { Day } from "@/lib/time/day";
import { Definitions, TermLink } from "./text-parts";

/** How the displayed progress of a zone follows its firms, its two dates, and the order of zones. */
export function StandingPart() {
  const { t } = useText();
  return (
    <>
      <p>
        {t.rich("method.standing.producers", {
          producer: (words) => <TermLink of="producer">{words}</TermLink>,
          implied: (words) => <TermLink of="impliedStep">{words}</TermLink>,
        })}
      </p>
      <p>{t("method.standing.stopped")}</p>
      <p>
        {t.rich("method.standing.dates", {
          since: (words) => <TermLink of="since">{words}</TermLink>,
          last: (words) => <TermLink of="lastReported">{words}</TermLink>,
        })}
      </p>
      <p>
        {t.rich("method.standing.order", {
          standing: (words) => <TermLink of="standing">{words}</TermLink>,
        })}
      </p>
      <Definitions
        items={STANDINGS.map((standing) => ({
          key: standing,
          label: t(`query.standing.${standing}`),
          definition: t(`query.standingDefinition.${standing}`),
        }))}
      />
      <p>{t("method.standing.within")}</p>
      <p>{t("method.standing.act")}</p>
      <p>{t("method.standing.unctad")}</p>
    </>
  );
}

/** A zone whose progress and readiness are worked out step by step. */
export interface WorkedZoneProps {
  zone: ZoneRecord;
  /** The day looked at. */
  asOf: Day;
}

/** The rules above on one zone, with today's evidence. */
export function WorkedZone({ zone, asOf }: WorkedZoneProps) {
  const text = useText();
  const { t } = text;
  const { values, producers, tenancies, fields } = zone;
  const names = new Map(tenancies.map(({ tenancy }) => [tenancy.id, tenancy.firm]));
  const readiness = computeReadiness(zone);
  const blocks = listBlockSums(zone, BLOCK_WEIGHTS);
  const total = blocks.reduce((sum, block) => sum + block.total, 0);
  const recent = producers.filter((producer) => producer.recent);
  const points = (sum: number) => text.number(sum, { digits: 1, fixed: true });
  return (
    <>
      <p>
        {t.rich("method.example.intro", {
          zone: shortZoneName(zone),
          day: text.day(asOf),
          link: (words) => (
            <Anchor className="link" href={`/zones/${zone.slug}`}>
              {words}
            </Anchor>
          ),
        })}
      </p>
      <ol>
        <li>
          {t("method.example.producers", {
            count: producers.length,
            firms: text.list(
              producers.map(({ id, lastReported }) =>
                t("method.example.firm", {
                  name: names.get(id) ?? id,
                  date: text.partialDate(lastReported),
                }),
              ),
            ),
          })}
        </li>
        <li>
          {t("method.example.step", {
            full: getFullCount("enterprisesProducing", values),
            progress: describeProgress(text, values.status, {
              since: fields.status.progress?.since ?? null,
              lastReported: fields.status.progress?.lastReported ?? null,
            }),
            implied: (fields.status.progress?.implied.length ?? 0) > 0 ? "yes" : "no",
          })}
        </li>
        <li>
          {t("method.example.standing", {
            count: recent.length,
            standing: t(`query.standing.${getZoneStanding(zone)}`),
          })}
        </li>
        <li>
          {t("method.example.readiness", {
            low: points(readiness?.low ?? 0),
            high: points(readiness?.high ?? 0),
          })}
        </li>
      </ol>
      <TextTable
        label={t("method.example.caption")}
        heads={[
          { title: t("method.readiness.blocks.block"), className: "max-sm:w-[26%]" },
          { title: t("method.readiness.blocks.weight"), className: "max-sm:w-[19%]" },
          { title: t("method.example.confirmed") },
          { title: t("method.example.possible") },
        ]}
      >
        {blocks.map(({ block, ...sum }) => (
          <tr key={block}>
            <th scope="row" className="text-start">
              {text.groupLabel(block)}
            </th>
            {(["total", "confirmed", "possible"] as const).map((column) => (
              <td key={column} className="tabular">
                {points((100 * sum[column]) / total)}
              </td>
            ))}
          </tr>
        ))}
      </TextTable>
    </>
  );
}
