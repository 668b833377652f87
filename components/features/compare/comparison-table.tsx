import type { Route } from "next";
import type { CSSProperties, ReactNode } from "react";
import { StandingMark } from "@/components/evidence/standing-mark";
import { SupportKey } from "@/components/evidence/support-key";
import { Anchor, Link } from "@/components/layout/link";
import { PrintButton } from "@/components/layout/page-actions";
import { cx } from "@/components/ui/cx";
import { ChevronRightIcon, CloseIcon } from "@/components/ui/icons";
import { ScrollRegion } from "@/components/ui/scroll-region";
import type { Weights } from "@/lib/catalogue/groups";
import { getLedgerAnchor } from "@/lib/evidence/addresses";
import type { EvidenceIndex } from "@/lib/evidence/evidence-index";
import { packRecords } from "@/lib/evidence/packed-records";
import type { Moment } from "@/lib/evidence/resolve";
import type { ComparedField, ComparedGroup, DifferenceCounts } from "@/lib/query/compare";
import { getZoneStanding } from "@/lib/readiness/standing";
import type { Text } from "@/lib/text/text";
import { useText } from "@/lib/text/use-text";
import { ComparedFields, type ComparedRow } from "./compared-cells";
import { type ComparedZone, getComparedCell } from "./comparison-rows";
import "./comparison-table.css";
import { moveSlug } from "./selection";
import { FirmsPart, ReadinessPart, StatusPart, TargetsPart } from "./summary-parts";

/** The values of the parameter `show`. */
export const SHOWN_FIELDS = ["all", "differences"] as const;
/** Which fields a comparison shows: all, or only those that differ. */
export type ShownFields = (typeof SHOWN_FIELDS)[number];

interface ComparisonBarProps {
  shown: ShownFields;
  counts: DifferenceCounts;
  hrefOf: (shown: ShownFields) => string;
  files: readonly {
    readonly key: "comparisonCsv" | "zonesCsv" | "zonesXlsx";
    readonly href: string;
  }[];
}

/** The choice of fields, and files of the comparison. */
export function ComparisonBar({ shown, counts, hrefOf, files }: ComparisonBarProps) {
  const { t, number } = useText();
  const all = counts.differs + counts.same + counts.open + counts.own;
  const choices = [
    ["all", all],
    ["differences", counts.differs],
  ] as const;
  return (
    <div className="no-print flex flex-wrap items-center gap-x-4 gap-y-2">
      <nav
        aria-label={t("compare.bar.label")}
        className="inline-flex rounded-2 shadow-[inset_0_0_0_1px_var(--color-line-2)]"
      >
        {choices.map(([value, count]) => (
          <Link
            key={value}
            href={hrefOf(value) as Route}
            scroll={false}
            prefetch={false}
            aria-current={value === shown ? "true" : undefined}
            className={cx(
              "inline-flex h-(--control) items-center gap-1.5 rounded-2 px-2.5",
              value === shown ? "bg-accent text-accent-ink" : "text-ink-2 hover:text-ink",
            )}
          >
            {t(`compare.bar.${value}`)} <b className="tabular">{number(count)}</b>
          </Link>
        ))}
      </nav>
      <span className="flex flex-wrap items-center gap-x-3">
        {files.map(({ key, href }) => (
          <Anchor key={key} className="link inline-flex min-h-6 items-center" href={href} download>
            {t(`compare.bar.${key}`)}
          </Anchor>
        ))}
      </span>
      <PrintButton />
    </div>
  );
}

interface ComparisonTableProps {
  zones: readonly ComparedZone[];
  /** The fields to show, by group. */
  groups: readonly ComparedGroup[];
  weights: Weights;
  evidence: EvidenceIndex;
  moment: Moment;
  /** The address of the comparison of other zones, or of the same in another order. */
  hrefOf: (slugs: readonly string[]) => string;
}

/**
 * Zones side by side: status, readiness, firms, targets, then every field. A table wider than the
 * window scrolls inside its region; heads and labels stay in sight.
 */
export function ComparisonTable(props: ComparisonTableProps) {
  const { zones, groups, weights, evidence, moment, hrefOf } = props;
  const style: CSSProperties = { "--zones": zones.length };
  return (
    <div style={style}>
      <ScrollRegion label={useText().t("compare.table.label")} className="comparison mt-4">
        <table>
          <ZoneHeads zones={zones} hrefOf={hrefOf} />
          <StatusPart zones={zones} moment={moment} />
          <ReadinessPart zones={zones} weights={weights} />
          <FirmsPart zones={zones} />
          <TargetsPart zones={zones} evidence={evidence} moment={moment} />
          <FieldParts zones={zones} groups={groups} moment={moment} />
        </table>
      </ScrollRegion>
      <SupportKey />
    </div>
  );
}

/** The zones over their columns, with links that move or remove each. */
function ZoneHeads({ zones, hrefOf }: Pick<ComparisonTableProps, "zones" | "hrefOf">) {
  const { t } = useText();
  const slugs = zones.map(({ record }) => record.slug);
  return (
    <thead>
      <tr>
        <td className="comparison-label" />
        {zones.map(({ record, name, candidate, href }, at) => (
          <th key={record.slug} scope="col">
            <span className="flex items-start gap-1.5">
              <StandingMark
                standing={getZoneStanding(record)}
                candidate={candidate}
                className="mt-[5px]"
              />
              <Link
                className="min-w-6 py-[3px] font-semibold hover:underline"
                href={href as Route}
                prefetch={false}
              >
                {name}
              </Link>
            </span>
            {candidate ? (
              <span className="block text-12 text-ink-3">
                {t("common.approval.candidateInFull")}
              </span>
            ) : null}
            <span className="no-print -ms-1 flex gap-0.5">
              {at > 0 ? (
                <IconLink
                  href={hrefOf(moveSlug(slugs, at, -1))}
                  label={t("compare.table.left", { name })}
                >
                  <span className="rotate-180">
                    <ChevronRightIcon />
                  </span>
                </IconLink>
              ) : null}
              {at < zones.length - 1 ? (
                <IconLink
                  href={hrefOf(moveSlug(slugs, at, 1))}
                  label={t("compare.table.right", { name })}
                >
                  <ChevronRightIcon />
                </IconLink>
              ) : null}
              <IconLink
                href={hrefOf(slugs.filter((other) => other !== record.slug))}
                label={t("compare.table.remove", { name })}
              >
                <CloseIcon />
              </IconLink>
            </span>
          </th>
        ))}
      </tr>
    </thead>
  );
}

function IconLink({ href, label, children }: { href: string; label: string; children: ReactNode }) {
  return (
    <Link
      href={href as Route}
      scroll={false}
      prefetch={false}
      aria-label={label}
      title={label}
      className="comparison-move"
    >
      {children}
    </Link>
  );
}

interface FieldPartsProps {
  zones: readonly ComparedZone[];
  groups: readonly ComparedGroup[];
  moment: Moment;
}

/** The fields by group, with the value of each zone. */
function FieldParts({ zones, groups, moment }: FieldPartsProps) {
  const text = useText();
  const fields = groups.flatMap((group) => group.fields);
  return (
    <ComparedFields
      zones={zones.map(({ name, href }) => ({ name, href }))}
      parts={groups.map((group) => ({
        id: `fields-${group.group}`,
        title: text.groupLabel(group.group),
        fields: group.fields.length,
      }))}
      rows={packRecords(fields.map((field) => toRow(text, field, zones.length)))}
      cells={packRecords(
        fields.flatMap(({ key }) => zones.map((zone) => getComparedCell(text, zone, key, moment))),
      )}
    />
  );
}

function toRow(text: Text, field: ComparedField, zones: number): ComparedRow {
  return {
    label: text.fieldLabel(field.key),
    definition: text.fieldDefinition(field.key),
    note: describeDifference(text, field, zones),
    strong: field.difference === "differs",
    anchor: getLedgerAnchor(field.key),
  };
}

/** "differs, known for 3 of 4". An unknown value is never a difference. */
function describeDifference(
  { t }: Text,
  { difference, known }: ComparedField,
  count: number,
): string {
  return t(`compare.difference.${difference}`, {
    all: known === count ? "yes" : "no",
    known,
    count,
  });
}
