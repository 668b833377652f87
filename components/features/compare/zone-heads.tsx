import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { StatusMark } from "@/components/evidence/status-mark";
import { ChevronRightIcon, CloseIcon } from "@/components/ui/icons";
import type { ComparedZone } from "./compared-zone";
import { moved } from "./read-picked";

/** Props of the head over the columns. */
export interface ZoneHeadsProps {
  zones: readonly ComparedZone[];
  /** The comparison of other zones, or of the same in another order. */
  hrefOf: (slugs: readonly string[]) => string;
}

const STEP =
  "inline-grid size-6 place-items-center rounded-1 text-ink-3 hover:bg-paper-2 hover:text-ink pointer-coarse:size-9";

/** The zones over their columns, each with the ways to move it aside and to take it away. */
export function ZoneHeads({ zones, hrefOf }: ZoneHeadsProps) {
  const slugs = zones.map(({ record }) => record.slug);
  return (
    <thead>
      <tr>
        <td className="compare-label" />
        {zones.map(({ record: { slug, values }, name, candidate, href }, at) => (
          <th key={slug} scope="col">
            <span className="flex items-start gap-1.5">
              <StatusMark status={values.status} candidate={candidate} className="mt-[5px]" />
              <Link
                className="min-w-6 py-[3px] font-semibold hover:underline"
                href={href as Route}
                prefetch={false}
              >
                {name}
              </Link>
            </span>
            {candidate ? (
              <span className="block text-11 text-ink-3">candidate, approval not evidenced</span>
            ) : null}
            <span className="no-print -ml-1 flex gap-0.5">
              {at > 0 ? (
                <Step href={hrefOf(moved(slugs, at, -1))} label={`Move ${name} to the left`}>
                  <span className="rotate-180">
                    <ChevronRightIcon />
                  </span>
                </Step>
              ) : null}
              {at < zones.length - 1 ? (
                <Step href={hrefOf(moved(slugs, at, 1))} label={`Move ${name} to the right`}>
                  <ChevronRightIcon />
                </Step>
              ) : null}
              <Step
                href={hrefOf(slugs.filter((other) => other !== slug))}
                label={`Take ${name} away`}
              >
                <CloseIcon />
              </Step>
            </span>
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Step({ href, label, children }: { href: string; label: string; children: ReactNode }) {
  return (
    <Link
      href={href as Route}
      scroll={false}
      prefetch={false}
      aria-label={label}
      title={label}
      className={STEP}
    >
      {children}
    </Link>
  );
}
