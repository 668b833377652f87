import { CHANGE_KINDS, CHANGE_WORDS, type ChangeKind } from "@/lib/changes/change-kinds";
import type { KindCounts as Counts } from "@/lib/text/change-summary";

/** Props of the counts of changes. */
export interface KindCountsProps {
  counts: Counts;
  /** Where a kind's changes stand. */
  href: (kind: ChangeKind) => string;
}

/** How many changes there are of each kind, drawn as bars on one scale; kinds without any are named below. */
export function KindCounts({ counts, href }: KindCountsProps) {
  const most = Math.max(1, ...Object.values(counts));
  const present = CHANGE_KINDS.filter((kind) => counts[kind] > 0);
  const absent = CHANGE_KINDS.filter((kind) => counts[kind] === 0);
  return (
    <div className="mb-8">
      <ul className="grid max-w-180">
        {present.map((kind) => (
          <li key={kind} className="grid grid-cols-[9rem_2.5rem_minmax(0,1fr)] items-center gap-2">
            <a className="truncate py-0.5 leading-5" href={href(kind)}>
              <span className="link">{CHANGE_WORDS[kind].label}</span>
            </a>
            <span className="tabular text-right font-semibold">{counts[kind]}</span>
            <svg
              aria-hidden="true"
              className="h-2 w-full"
              preserveAspectRatio="none"
              viewBox="0 0 100 1"
            >
              <rect
                width={(counts[kind] / most) * 100}
                height="1"
                className={kind === "went-silent" ? "fill-unknown-soft" : "fill-ramp-3"}
              />
            </svg>
          </li>
        ))}
      </ul>
      {absent.length > 0 && present.length > 0 ? (
        <p className="mt-2 text-12 text-ink-3">
          None: {absent.map((kind) => CHANGE_WORDS[kind].label.toLowerCase()).join(", ")}.
        </p>
      ) : null}
    </div>
  );
}
