import { IntervalBar } from "@/components/charts/interval-bar";
import { Anchor } from "@/components/layout/link";
import { cx } from "@/components/ui/cx";
import type { Standing } from "@/lib/readiness/standing";
import { StandingMark } from "./standing-mark";

/** A count with the address of what it counts. */
export interface LinkedCount {
  readonly key: string;
  readonly label: string;
  readonly count: number;
  /** The count if every unknown value also qualified. */
  readonly atMost: number;
  readonly unknown: boolean;
  readonly href: string;
  /** Colour of the solid part, a CSS colour. */
  readonly colour?: string | undefined;
  /** The standing that it counts, for its mark; absent: none. */
  readonly standing?: Standing;
}

interface CountLinesProps {
  lines: readonly LinkedCount[];
  /** The count of a full bar. */
  of: number;
}

/** Counts as bars on one scale, each linked to what it counts: solid is confirmed, hollow is possible or unknown. */
export function CountLines({ lines, of }: CountLinesProps) {
  return (
    <ul>
      {lines.map(({ key, label, count, atMost, unknown, href, colour, standing }) => (
        <li key={key}>
          <Anchor
            href={href}
            className="group grid min-h-6 print:min-h-4 grid-cols-[minmax(0,9.5rem)_minmax(0,1fr)_2rem] items-center gap-x-3 pointer-coarse:min-h-11"
          >
            <span className="flex items-center gap-1.5 leading-4 group-hover:text-accent">
              {standing === undefined ? null : <StandingMark standing={standing} />}
              <span className={cx(unknown && "unknown")}>{label}</span>
            </span>
            <IntervalBar
              low={unknown ? 0 : count}
              high={unknown ? count : atMost}
              full={of}
              colour={colour}
              size={unknown ? 7 : 9}
            />
            <b className="tabular text-end text-accent underline decoration-accent-line underline-offset-2">
              {count}
            </b>
          </Anchor>
        </li>
      ))}
    </ul>
  );
}
