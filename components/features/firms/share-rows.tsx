"use client";

import { StackedBar } from "@/components/charts/bar";
import { Anchor } from "@/components/layout/link";
import { type PackedRecords, unpackRecords } from "@/lib/evidence/packed-records";
import { usePlainText } from "@/lib/text/use-plain-text";
import { COUNTRY_WAYS, type CountryWay } from "./firm-columns";

/** Firms of one term, from the data of their figure. */
interface ShareRow {
  /** Null: unknown. */
  readonly label: string | null;
  readonly firms: number;
  readonly producing: number;
  readonly recent: number;
  /** The page filtered by the term. */
  readonly href: string;
  /** The bar in words. */
  readonly bar: string;
}

/** Of one sector. */
interface SectorRow extends Omit<ShareRow, "label"> {
  /** The label; null: unknown. */
  readonly word: string | null;
  readonly isStrategic?: 1;
}

/** Of one country; with the page filtered by each way in which a firm is tied to it. */
interface CountryRow
  extends ShareRow,
    Readonly<Record<CountryWay, number>>,
    Readonly<Record<`${CountryWay}Href`, string>> {}

/** Props of the rows of both figures. */
interface ShareRowsProps {
  rows: PackedRecords;
  /** The label of what is unknown. */
  unknown: string;
}

/** Sectors as a list with bars. A client component, so that a page sends its words once beside the markup. */
export function SectorRows({ rows, unknown, strategic }: ShareRowsProps & { strategic: string }) {
  const { number } = usePlainText();
  const shares = unpackRecords<SectorRow>(rows).map(({ word, ...share }) => ({
    ...share,
    label: word,
  }));
  const full = greatestOf(shares);
  return (
    <ul className="firm-sectors">
      {shares.map((share) => (
        <li key={share.label}>
          <Anchor href={share.href}>
            <Label share={share} unknown={unknown} />
            {share.isStrategic ? (
              <span className="block text-12 text-ink-2">{strategic}</span>
            ) : null}
          </Anchor>
          <b>{number(share.firms)}</b>
          <ShareBar {...share} full={full} />
        </li>
      ))}
    </ul>
  );
}

/** Countries as rows of a table. A client component for the same reason. */
export function CountryRows({ rows, unknown }: ShareRowsProps) {
  const { number } = usePlainText();
  const shares = unpackRecords<CountryRow>(rows);
  const full = greatestOf(shares);
  return shares.map((share) => (
    <tr key={share.label}>
      <th scope="row">
        <Anchor href={share.href}>
          <Label share={share} unknown={unknown} />
        </Anchor>
      </th>
      <td>{number(share.firms)}</td>
      <td>
        <ShareBar {...share} full={full} />
      </td>
      {COUNTRY_WAYS.map((way) => (
        <td key={way}>
          {share[way] === 0 ? (
            <span className="text-ink-3">{number(0)}</span>
          ) : (
            <Anchor href={share[`${way}Href`]}>{number(share[way])}</Anchor>
          )}
        </td>
      ))}
    </tr>
  ));
}

function greatestOf(shares: readonly ShareRow[]): number {
  return Math.max(0, ...shares.map(({ firms }) => firms));
}

function Label({ share: { label }, unknown }: { share: ShareRow; unknown: string }) {
  return <span className={label === null ? "unknown" : undefined}>{label ?? unknown}</span>;
}

interface ShareBarProps extends Pick<ShareRow, "label" | "firms" | "producing" | "recent" | "bar"> {
  full: number;
}

/** The firms of one term as a length: those that produce, lately and when last reported, and the others. Unknown is hollow. */
export function ShareBar({ label, firms, producing, recent, bar, full }: ShareBarProps) {
  return (
    <StackedBar
      parts={[
        { key: "recent", count: recent, tone: "ramp-4" },
        { key: "older", count: producing - recent, tone: "amber-soft" },
        { key: "others", count: firms - producing, tone: label === null ? "unknown" : "ramp-1" },
      ]}
      full={full}
      label={bar}
    />
  );
}
