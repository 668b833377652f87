import type { Route } from "next";
import type { CSSProperties, ReactNode } from "react";
import { getDateLine, getRecordedLanguage } from "@/components/evidence/field-value";
import { StandingMark } from "@/components/evidence/standing-mark";
import { SupportKey } from "@/components/evidence/support-key";
import { Anchor, Link } from "@/components/layout/link";
import { PrintButton } from "@/components/layout/page-actions";
import { ChevronRightIcon, CloseIcon } from "@/components/ui/icons";
import { ScrollRegion } from "@/components/ui/scroll-region";
import type { ZoneFieldKey } from "@/lib/catalogue/fields";
import type { Weights } from "@/lib/catalogue/groups";
import { getLedgerAnchor } from "@/lib/evidence/addresses";
import type { ZoneRecord } from "@/lib/evidence/registry";
import type { Moment } from "@/lib/evidence/resolve";
import { shortZoneName } from "@/lib/evidence/zone-name";
import { type ComparedField, type ComparedGroup, listFirstDifferences } from "@/lib/query/compare";
import { momentSearch } from "@/lib/query/moment-params";
import type { Query } from "@/lib/query/query";
import { isCandidate } from "@/lib/query/scope";
import { computeReadiness } from "@/lib/readiness/readiness";
import { getZoneStanding } from "@/lib/readiness/standing";
import type { Text } from "@/lib/text/text";
import { useText } from "@/lib/text/use-text";
import { type ComparedCell, type ComparedRow, ComparedRows } from "./compared-rows";
import "./comparison-table.css";
import { moveSlug } from "./selection";

/** The values of the parameter `show`: the first differences and all rows, or the differences alone. */
export const SHOWN_FIELDS = ["all", "differences"] as const;
/** Which rows a comparison shows. */
export type ShownFields = (typeof SHOWN_FIELDS)[number];

/** A zone as a column of the comparison. */
export interface ComparedZone {
  readonly record: ZoneRecord;
  /** Name without the words that only say that it is a zone. */
  readonly name: string;
  readonly candidate: boolean;
  /** Address of its page at the same moment. */
  readonly href: string;
}

/** Prepares a zone for the comparison at a moment. */
export function buildComparedZone(
  record: ZoneRecord,
  moment: Pick<Query, "asOf" | "knownOn">,
): ComparedZone {
  return {
    record,
    name: shortZoneName(record),
    candidate: isCandidate(record.values),
    href: `/zones/${record.slug}${momentSearch(moment)}`,
  };
}

interface ComparisonProps {
  zones: readonly ComparedZone[];
  /** The fields by group. */
  groups: readonly ComparedGroup[];
  shown: ShownFields;
  weights: Weights;
  moment: Moment;
  /** The address of the comparison of other zones, or of the same in another order. */
  hrefOf: (slugs: readonly string[]) => string;
  files: readonly {
    readonly key: "comparisonCsv" | "zonesCsv" | "zonesXlsx";
    readonly href: string;
  }[];
}

/** Zones side by side: the first differences, then every row by group. */
export function Comparison({
  zones,
  groups,
  shown,
  weights,
  moment,
  hrefOf,
  files,
}: ComparisonProps) {
  const text = useText();
  const { t, number } = text;
  const fields = groups.flatMap((group) => group.fields);
  const differing = fields.filter(({ difference }) => difference === "differs").length;
  const first = listFirstDifferences(groups, shown === "differences" ? differing : undefined);
  const shared = { zones, moment };
  return (
    <>
      <h2 className="mt-4 font-serif text-21">
        {t(first.length === differing ? "compare.rows.every" : "compare.rows.first", {
          all: differing,
          shown: first.length,
        })}
      </h2>
      <ComparisonTable
        {...shared}
        hrefOf={hrefOf}
        label={t("compare.table.label")}
        rows={first.map((field) => toRow(text, field, zones))}
      />
      <SupportKey />
      <p className="no-print mt-3 flex flex-wrap items-center gap-x-4">
        {files.map(({ key, href }) => (
          <Anchor key={key} className="link inline-flex min-h-6 items-center" href={href} download>
            {t(`compare.bar.${key}`)}
          </Anchor>
        ))}
        <PrintButton />
      </p>
      {shown === "differences" ? null : (
        <div className="all-rows mt-10">
          <h2 className="font-serif text-21">
            {t("compare.rows.all", { count: number(fields.length + 2) })}
          </h2>
          <ComparisonTable
            {...shared}
            label={t("compare.rows.all", { count: number(fields.length + 2) })}
            rows={[
              ...listWorkedOut(text, zones, weights),
              ...groups.flatMap((group) =>
                group.fields.map((field, i) => ({
                  ...toRow(text, field, zones),
                  ...(i === 0 ? { group: text.groupLabel(group.group) } : {}),
                })),
              ),
            ]}
          />
        </div>
      )}
    </>
  );
}

/** A row, with its cells where they are no field of the zones. */
type Row = Omit<ComparedRow, "cells"> & {
  readonly field?: ZoneFieldKey;
  readonly cells?: readonly ComparedCell[];
};

/** The score of each zone, and its firms that are known by name. None known is not 0. */
function listWorkedOut({ t }: Text, zones: readonly ComparedZone[], weights: Weights): Row[] {
  const row = { note: "", strong: false, undated: true };
  return [
    {
      ...row,
      label: t("compare.readiness.title"),
      anchor: "readiness",
      cells: zones.map(({ record }) => {
        const score = computeReadiness(record, weights);
        return score === null ? { value: t("common.notApplicableBare") } : { score };
      }),
    },
    {
      ...row,
      label: t("compare.firms.title"),
      anchor: "firms",
      cells: zones.map(({ record }) => ({
        value: t("compare.firms.count", {
          count: record.tenancies.length,
          producing: record.producers.length,
        }),
      })),
    },
  ];
}

function toRow(
  text: Text,
  { key, difference, known }: ComparedField,
  zones: readonly ComparedZone[],
): Row {
  const isApproval = key === "candidateForRemainder";
  return {
    field: key,
    label: isApproval ? text.t("compare.approval") : text.fieldLabel(key),
    definition: text.fieldDefinition(key),
    note: describeDifference(text, difference, zones.length - known),
    strong: difference === "differs",
    anchor: getLedgerAnchor(key),
    ...(isApproval ? { undated: true } : {}),
  };
}

/** What a row is, where it is no plain difference, and for how many zones it is unknown, which is never a difference. */
function describeDifference(
  { t, number }: Text,
  difference: ComparedField["difference"],
  unknown: number,
): string {
  if (difference === "same") return t("compare.difference.same", { unknown });
  if (difference === "open") return t("compare.difference.open");
  return unknown === 0 ? "" : t("compare.difference.unknown", { count: number(unknown) });
}

interface ComparisonTableProps extends Pick<ComparisonProps, "zones" | "moment"> {
  label: string;
  rows: readonly Row[];
  /** Absent: its zones are moved and removed elsewhere. */
  hrefOf?: ComparisonProps["hrefOf"];
}

/** A table wider than the window scrolls inside its region; on a phone each row is a card. */
function ComparisonTable({ label, zones, rows, moment, hrefOf }: ComparisonTableProps) {
  const text = useText();
  const style: CSSProperties = { "--zones": zones.length };
  return (
    <div style={style}>
      <ScrollRegion label={label} className="comparison mt-2">
        <table>
          <ZoneHeads zones={zones} hrefOf={hrefOf} />
          <ComparedRows
            zones={zones.map(({ name, href, candidate }) => ({ name, href, candidate }))}
            rows={rows.map(({ field, cells = [], ...row }) => ({
              ...row,
              cells: field
                ? zones.map((zone) => getComparedCell(text, zone, field, moment))
                : cells,
            }))}
          />
        </table>
      </ScrollRegion>
    </div>
  );
}

/** The value of a field of a zone in words, and what stands under it. */
function getComparedCell(
  text: Text,
  { record }: ComparedZone,
  field: ZoneFieldKey,
  { asOf, revision }: Moment,
): ComparedCell {
  const resolution = record.fields[field];
  const { value } = resolution;
  if (field === "candidateForRemainder" && value !== null) {
    return { value: text.t(value === true ? "common.noBare" : "common.yesBare") };
  }
  const lang = getRecordedLanguage(text, field, value);
  return {
    ...(value === null ? {} : { value: text.value(field, value) }),
    ...(lang === null ? {} : { lang }),
    ...getDateLine({ resolution, asOf, revision }),
  };
}

/** The zones over their columns. */
function ZoneHeads({ zones, hrefOf }: Pick<ComparisonTableProps, "zones" | "hrefOf">) {
  const { t } = useText();
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
            {hrefOf ? <ZoneActions {...{ zones, at, name, hrefOf }} /> : null}
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface ZoneActionsProps extends Pick<ComparisonProps, "zones" | "hrefOf"> {
  at: number;
  name: string;
}

/** Moves a zone to the left or right, or removes it. */
function ZoneActions({ zones, at, name, hrefOf }: ZoneActionsProps) {
  const { t } = useText();
  const slugs = zones.map(({ record }) => record.slug);
  return (
    <span className="no-print -ms-1 flex gap-0.5">
      {at > 0 ? (
        <IconLink href={hrefOf(moveSlug(slugs, at, -1))} label={t("compare.table.left", { name })}>
          <span className="rotate-180">
            <ChevronRightIcon />
          </span>
        </IconLink>
      ) : null}
      {at < zones.length - 1 ? (
        <IconLink href={hrefOf(moveSlug(slugs, at, 1))} label={t("compare.table.right", { name })}>
          <ChevronRightIcon />
        </IconLink>
      ) : null}
      <IconLink
        href={hrefOf(slugs.filter((other) => other !== slugs[at]))}
        label={t("compare.table.remove", { name })}
      >
        <CloseIcon />
      </IconLink>
    </span>
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
