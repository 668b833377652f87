"use client";

import { Bar } from "@/components/charts/bar";
import type { Tone } from "@/components/charts/drawing";
import { UnknownValue } from "@/components/evidence/evidence-line";
import { Anchor } from "@/components/layout/link";
import { getLedgerAnchor } from "@/lib/evidence/addresses";
import { usePlainText } from "@/lib/text/use-plain-text";
import { INVESTMENT_FIELDS, type InvestmentKey, millionsDigits } from "./firm-columns";

const INVESTMENT_KEYS = ["committed", "realised", "stated"] as const;

const TONES: Readonly<Record<InvestmentKey, Tone>> = {
  committed: "ramp-1",
  realised: "ramp-4",
  stated: "ramp-2",
};

/** A zone and its amounts, from the data of the figure. */
interface InvestmentRow
  extends Readonly<Record<InvestmentKey, number | null>>,
    Readonly<Partial<Record<`${InvestmentKey}Note`, string>>> {
  readonly name: string;
  /** Its firms on its page. */
  readonly href: string;
  /** The number of its firms. */
  readonly firms: number;
  readonly isCandidate?: 1 | undefined;
  /** Is it drawn? Zones of which nothing is known are not, where all are on one page. */
  readonly isShown?: 1 | undefined;
}

interface InvestmentRowsProps {
  rows: readonly InvestmentRow[];
  /** The amount of a full bar. */
  full: number;
  /** Says that a zone has no firm. */
  noFirm: string;
}

/** Zones as rows of a table. A client component, so that a page sends their words once beside the markup. */
export function InvestmentRows({ rows, full, noFirm }: InvestmentRowsProps) {
  const { t } = usePlainText();
  const zones = rows.filter(({ isShown }) => isShown);
  return zones.map((row) => (
    <tr key={row.href}>
      <th scope="row" className="font-medium">
        <Anchor href={row.href}>{row.name}</Anchor>{" "}
        {row.isCandidate ? <span className="meta">{t("common.approval.candidate")}</span> : null}
      </th>
      {INVESTMENT_KEYS.map((kind) => (
        <td key={kind}>
          <Amount
            amount={row[kind]}
            kind={kind}
            full={full}
            href={amountHref(row.href, kind)}
            note={row[`${kind}Note`]}
            none={kind === "stated" && row.firms === 0 ? noFirm : undefined}
          />
        </td>
      ))}
    </tr>
  ));
}

/** The evidence of an amount; for the sum of firms, the firms. */
function amountHref(firms: string, kind: InvestmentKey): string {
  if (kind === "stated") return firms;
  return firms.replace(/#.*/, `#${getLedgerAnchor(INVESTMENT_FIELDS[kind])}`);
}

interface AmountProps {
  /** USD million; null: unknown. */
  amount: number | null;
  kind: InvestmentKey;
  full: number;
  href: string;
  /** Its date, or how many firms have one. */
  note: string | undefined;
  /** Says that there can be no amount. */
  none: string | undefined;
}

function Amount({ amount, kind, full, href, note, none }: AmountProps) {
  const { number } = usePlainText();
  if (amount === null) {
    return none === undefined ? (
      <UnknownValue />
    ) : (
      <span className="text-12 text-ink-3">{none}</span>
    );
  }
  return (
    <>
      <Bar value={amount} full={full} tone={TONES[kind]} />
      <Anchor className="evidence-link" href={href}>
        {number(amount, { digits: millionsDigits(amount) })}
      </Anchor>{" "}
      <span className="meta">{note}</span>
    </>
  );
}
