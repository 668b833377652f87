import { StepTrack } from "@/components/charts/bar";
import { Figure } from "@/components/charts/figure";
import { Anchor } from "@/components/layout/link";
import { ListPageLinks, ListRange } from "@/components/layout/list-pages";
import { Term } from "@/components/layout/term-link";
import { IMPLICATIONS } from "@/lib/catalogue/constraints";
import {
  countLevels,
  DEPENDENCE_FIELDS,
  type DependenceField,
  getGrade,
  TOP_LEVEL,
} from "@/lib/dependence/dependence";
import { getLedgerAnchor } from "@/lib/evidence/addresses";
import type { ZoneRecord } from "@/lib/evidence/registry";
import { shortZoneName } from "@/lib/evidence/zone-name";
import { getListPage, type ListParams } from "@/lib/query/list-page";
import { isCandidate } from "@/lib/query/scope";
import { ratingsTitle } from "@/lib/text/firm-words";
import { useText } from "@/lib/text/use-text";

interface RatingsFigureProps {
  /** The zones with a known level, and the number of all zones. */
  rated: readonly ZoneRecord[];
  zones: number;
  source: string;
  embed: string;
  /** The moment in the address, from its question mark; empty for today. */
  moment: string;
  /** The page of the zones, and the path and the other parameters of its address. */
  page: ListParams["page"];
  path: string;
  kept: readonly (readonly [string, string])[];
}

/** The six ratings of each zone with one, each with its grade of evidence, and whose question it is. */
export function RatingsFigure(props: RatingsFigureProps) {
  const { rated, zones, source, embed, moment, page, ...address } = props;
  const text = useText();
  const { t } = text;
  const title = ratingsTitle(text, rated, zones);
  const list = getListPage(rated, { page }, () => false);
  const pages = { list, ...address, param: "ratedPage" };
  return (
    <div id="dimensions" className="scroll-mt-4">
      <Figure
        title={title}
        name="firms-ratings"
        controls={
          <>
            <p className="mb-3 max-w-[72ch] text-ink-2">
              {t.rich("firms.ratings.frame", {
                link: (chunks) => (
                  <Anchor className="link" href={`/context${moment}#${IMPLICATIONS}`}>
                    {chunks}
                  </Anchor>
                ),
              })}
            </p>
            <ListRange {...pages} />
          </>
        }
        columns={[
          { key: "name", label: t("firms.ratings.zone") },
          { key: "zone", label: t("firms.ratings.zoneId") },
          ...DEPENDENCE_FIELDS.flatMap((field) => {
            const dimension = text.fieldLabel(field);
            const grade = t("firms.ratings.gradeOf", { dimension });
            return [
              { key: field, label: dimension, numeric: true },
              { key: `${field}Grade`, label: grade },
            ];
          }),
        ]}
        rows={list.items.map((zone) => ({
          name: shortZoneName(zone),
          zone: zone.slug,
          href: `/zones/${zone.slug}${moment}#dependence`,
          ...Object.fromEntries(
            DEPENDENCE_FIELDS.flatMap((field) => {
              const grade = getGrade(zone.fields[field]);
              return [
                [field, zone.values[field]],
                [
                  `${field}Grade`,
                  t(grade === null ? "firms.ratings.noEvidence" : `firms.ratings.grade.${grade}`),
                ],
              ];
            }),
          ),
        }))}
        source={source}
        embed={embed}
        note={t.rich("firms.ratings.note", {
          silent: zones - rated.length,
          weak: t("firms.ratings.gradeMeaning.weak"),
          fair: t("firms.ratings.gradeMeaning.fair"),
          strong: t("firms.ratings.gradeMeaning.strong"),
          link: (chunks) => (
            <Anchor className="link" href="/method#dependence">
              {chunks}
            </Anchor>
          ),
        })}
      >
        <ul aria-label={t("firms.ratings.region")}>
          {list.items.map((zone) => (
            <li key={zone.slug} className="border-line border-t py-3">
              <h3 className="mb-2 font-semibold">
                <Anchor className="link" href={`/zones/${zone.slug}${moment}#dependence`}>
                  {shortZoneName(zone)}
                </Anchor>{" "}
                <span className="meta font-normal">
                  {isCandidate(zone.values) ? `${t("common.approval.candidateInFull")} · ` : null}
                  {t("firms.ratings.known", {
                    known: text.number(countLevels(zone)),
                    total: text.number(DEPENDENCE_FIELDS.length),
                  })}
                </span>
              </h3>
              <dl className="grid grid-cols-2 gap-x-4 gap-y-3 sm:grid-cols-3 lg:grid-cols-6">
                {DEPENDENCE_FIELDS.map((field) => (
                  <Rating key={field} zone={zone} field={field} moment={moment} />
                ))}
              </dl>
            </li>
          ))}
        </ul>
      </Figure>
      <ListPageLinks {...pages} label={title} anchor="dimensions" />
    </div>
  );
}

interface RatingProps {
  zone: ZoneRecord;
  field: DependenceField;
  moment: string;
}

/** A level with its grade and meaning, as a link to its evidence; without evidence it says so. */
function Rating({ zone, field, moment }: RatingProps) {
  const { t, fieldLabel, levelMeaning } = useText();
  const level = zone.values[field];
  const grade = getGrade(zone.fields[field]);
  return (
    <div className="min-w-0">
      <dt className="text-12 text-ink-2">
        <Term field={field}>{fieldLabel(field)}</Term>
      </dt>
      <dd>
        <span className="my-1 block">
          <StepTrack steps={TOP_LEVEL} reached={level} tone="known" />
        </span>
        {level === null || grade === null ? (
          <span className="unknown text-12">{t("firms.ratings.noEvidence")}</span>
        ) : (
          <>
            <Anchor
              className="evidence-link inline-block min-h-6"
              href={`/zones/${zone.slug}${moment}#${getLedgerAnchor(field)}`}
            >
              {t("firms.ratings.graded", { level, grade: t(`firms.ratings.grade.${grade}`) })}
            </Anchor>
            {zone.fields[field].mark === "contested" ? (
              <span className="disputed ms-1">{t("common.disputed")}</span>
            ) : null}
            <span className="block text-12 text-ink-2">{levelMeaning(field, level)}</span>
          </>
        )}
      </dd>
    </div>
  );
}
