import { ReadinessBand } from "@/components/charts/readiness-band";
import { cx } from "@/components/ui/cx";
import { StatusMark } from "./status-mark";

/** A count with where it leads. */
export interface LinkedCount {
  readonly key: string;
  readonly label: string;
  readonly count: number;
  /** What it might be if all that is unknown turned out so. */
  readonly atMost: number;
  readonly unknown: boolean;
  readonly href: string;
  /** Colour of the solid part, a CSS colour. */
  readonly colour?: string | undefined;
  /** The status that it counts, whose mark stands before it; null: unknown. */
  readonly mark?: string | null;
}

/** Props of counts on one scale. */
export interface CountLinesProps {
  lines: readonly LinkedCount[];
  /** The whole that a full bar stands for. */
  of: number;
}

/** Counts as bars on one scale, each a way to what it counts: solid as far as evidenced, hollow as far as it might be. */
export function CountLines({ lines, of }: CountLinesProps) {
  const share = (count: number) => (of === 0 ? 0 : (100 * count) / of);
  return (
    <ul>
      {lines.map(({ key, label, count, atMost, unknown, href, colour, mark }) => (
        <li key={key}>
          <a
            href={href}
            className="group grid min-h-6 grid-cols-[minmax(0,9.5rem)_minmax(0,1fr)_2rem] items-center gap-x-3 pointer-coarse:min-h-11"
          >
            <span className="flex items-center gap-1.5 leading-4 group-hover:text-accent">
              {mark === undefined ? null : <StatusMark status={mark} />}
              <span className={cx(unknown && "unknown")}>{label}</span>
            </span>
            <ReadinessBand
              label=""
              height={unknown ? 7 : 9}
              colour={colour}
              value={
                unknown
                  ? { low: 0, high: share(count) }
                  : { low: share(count), high: share(atMost) }
              }
            />
            <b className="tabular text-right text-accent underline decoration-accent-line underline-offset-2">
              {count}
            </b>
          </a>
        </li>
      ))}
    </ul>
  );
}
