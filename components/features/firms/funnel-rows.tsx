"use client";

import { StackedBar, type StackPart } from "@/components/charts/bar";
import { Anchor } from "@/components/layout/link";
import { type PackedRecords, unpackRecords } from "@/lib/evidence/packed-records";
import { usePlainText } from "@/lib/text/use-plain-text";
import { FUNNEL_PARTS } from "./firm-columns";

/** A stage, or what is beside the scale, from the data of the figure. */
interface FunnelRow {
  readonly stage: string;
  /** At this stage or beyond; words where that is not on the scale. */
  readonly reached: number | string;
  readonly here: number;
  readonly silent: number | string;
  /** The page filtered by this stage and those beyond. */
  readonly href: string;
  /** The page filtered by this stage alone. */
  readonly hereHref?: string;
  /** Says that firms have no news. */
  readonly silentWords?: string;
  /** Beside the scale: the stage is unknown. */
  readonly isUnknown?: 1;
}

interface FunnelRowsProps {
  rows: PackedRecords;
  /** All firms, and those whose stage is unknown. */
  total: number;
  unknown: number;
}

/** The stages as rows of a table. A client component, so that a page sends their words once beside the markup. */
export function FunnelRows({ rows, total, unknown }: FunnelRowsProps) {
  return unpackRecords<FunnelRow>(rows).map((row) => {
    const { stage, reached, here, silent, href } = row;
    return typeof reached === "number" && typeof silent === "number" ? (
      <tr key={stage}>
        <th scope="row">{stage}</th>
        <td>
          <CountLink count={reached} href={href} />
        </td>
        <td>
          <StackedBar parts={listStageParts({ reached, here, silent }, unknown)} full={total} />
        </td>
        <td>
          <CountLink count={here} href={row.hereHref} />{" "}
          {row.silentWords === undefined ? null : (
            <span className="text-12 text-amber-ink">{row.silentWords}</span>
          )}
        </td>
      </tr>
    ) : (
      <tr key={stage}>
        <th scope="row">{stage}</th>
        <td>
          <CountLink count={here} href={href} />
        </td>
        <td>
          <StackedBar
            parts={[{ key: "aside", count: here, tone: row.isUnknown ? "unknown" : "aside" }]}
            full={total}
          />
        </td>
        <td className="text-12 text-ink-3">{reached}</td>
      </tr>
    );
  });
}

/** The parts of a stage's bar. Firms of unknown stage may have reached any, so each bar has them. */
export function listStageParts(
  { reached, here, silent }: { reached: number; here: number; silent: number },
  unknown: number,
): readonly StackPart[] {
  const counts = { beyond: reached - here, here: here - silent, silent, unknown };
  return FUNNEL_PARTS.map(({ key, tone }) => ({ key, tone, count: counts[key] }));
}

function CountLink({ count, href }: { count: number; href: string | undefined }) {
  const { number } = usePlainText();
  return count === 0 ? (
    <span className="tabular text-ink-3">{number(0)}</span>
  ) : (
    <Anchor className="link" href={href}>
      {number(count)}
    </Anchor>
  );
}
