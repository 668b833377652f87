import type { ReactNode } from "react";
import type { LinkedCount } from "@/components/evidence/count-lines";
import { StandingMark } from "@/components/evidence/standing-mark";
import { ZoneScore } from "@/components/evidence/zone-score";
import { isCandidate } from "@/lib/query/scope";
import type { RankedRow } from "@/lib/query/select";
import { byStanding } from "@/lib/readiness/standing";
import { describeReasons } from "@/lib/text/page-summaries";
import { useText } from "@/lib/text/use-text";

interface PartProps {
  id: string;
  title: string;
  /** Beside the title. */
  note?: string;
  /** The page with more of it. */
  more: { readonly label: string; readonly href: string };
  children: ReactNode;
}

/** A part of the overview with its title and a link to the page with more of it. */
export function Part({ id, title, note, more, children }: PartProps) {
  return (
    <section
      aria-labelledby={id}
      className="min-w-0 break-inside-avoid border-line-2 border-t pt-2.5 print:mb-3 print:pt-1.5"
    >
      <header className="mb-1.5 flex flex-wrap items-baseline justify-between gap-x-3">
        <h2 id={id} className="title">
          {title}
        </h2>
        {note === undefined ? null : <span className="flex-1 text-12 text-ink-3">{note}</span>}
        <a className="link inline-flex min-h-6 items-center text-12" href={more.href}>
          {more.label}
        </a>
      </header>
      {children}
    </section>
  );
}

const FIGURE_LINK =
  "figure text-21 text-accent underline decoration-accent-line decoration-1 underline-offset-4";

/** With more zones a mark is for several. */
const MOST_MARKS = 99;

interface CompositionProps {
  rows: readonly RankedRow[];
  /** Zones with confirmed approval, and candidates. */
  parts: readonly LinkedCount[];
  /** The address of all zones. */
  allHref: string;
}

/** A mark for each zone, or for several equal in number, furthest standing first and candidates last, and the sum of the parts. */
export function Composition({ rows, parts, allHref }: CompositionProps) {
  const { t, number } = useText();
  const sorted = [...rows].sort(
    (a, b) =>
      Number(isCandidate(a.values)) - Number(isCandidate(b.values)) ||
      byStanding(a, b) ||
      a.order - b.order,
  );
  const each = Math.ceil(rows.length / MOST_MARKS);
  return (
    <>
      <p aria-hidden="true" className="mb-1.5 grid max-w-80 grid-cols-11 gap-y-1.5">
        {sorted
          .filter((_, i) => i % each === 0)
          .map(({ slug, values, progress }) => (
            <StandingMark
              key={slug}
              standing={progress.standing}
              candidate={isCandidate(values)}
              size={19}
            />
          ))}
      </p>
      <p className="meta mb-3">{t("overview.approval.marks", { zones: each })}</p>
      <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
        {parts.map(({ key, label, count, href }, i) => (
          <span key={key} className="whitespace-nowrap">
            {i === 0 ? null : <span className="me-2 text-ink-3">+</span>}
            <a href={href} className={FIGURE_LINK}>
              {number(count)}
              <span className="sr-only"> {label}</span>
            </a>{" "}
            <span aria-hidden="true" className="text-12 text-ink-2">
              {label}
            </span>
          </span>
        ))}
        <span className="whitespace-nowrap">
          <span className="me-2 text-ink-3">=</span>
          <a href={allHref} className={FIGURE_LINK}>
            {number(rows.length)}
            <span className="sr-only"> {t("overview.approval.total")}</span>
          </a>
        </span>
      </p>
    </>
  );
}

interface LeadersProps {
  /** Furthest standing first. */
  rows: readonly RankedRow[];
  /** The moment as part of an address, with its question mark. */
  search: string;
}

/** The zones that are furthest on site: range, data completeness and reasons. */
export function Leaders({ rows, search }: LeadersProps) {
  const text = useText();
  return (
    <ol>
      {rows.map((row) => (
        <li key={row.slug} className="@container grid gap-y-0.5 py-1 print:py-0">
          <ZoneScore
            zone={row}
            standing={row.progress.standing}
            readiness={row.readiness}
            href={`/zones/${row.slug}${search}#readiness`}
          />
          <span className="text-12 text-ink-3 sm:ps-5">{describeReasons(text, row)}</span>
        </li>
      ))}
    </ol>
  );
}
