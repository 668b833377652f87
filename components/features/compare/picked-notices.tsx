import type { Route } from "next";
import Link from "next/link";
import { Notice } from "@/components/ui/notice";
import { COMPARE_LIMITS } from "@/lib/query/compare";
import { formatDay } from "@/lib/text/format-date";
import { listed } from "@/lib/text/number-words";
import type { Day } from "@/lib/time/day";
import type { Picked, StrangeWord } from "./read-picked";

/** Props of what is the matter with the zones asked for. */
export interface PickedNoticesProps {
  picked: Picked;
  /** Names of the zones that the register does not hold yet on the day. */
  notYet: readonly string[];
  getName: (slug: string) => string;
  asOf: Day;
  /** The address with a strange word put right. */
  mend: (strange: StrangeWord) => string;
}

/** What could not be put side by side, and how to put it right. Nothing where all could. */
export function PickedNotices({ picked, notYet, getName, asOf, mend }: PickedNoticesProps) {
  const names = (slugs: readonly string[]) => listed(slugs.map(getName), "and");
  return (
    <>
      {picked.strange.map((strange) => (
        <Notice key={strange.word} tone="amber" className="mb-3">
          There is no zone <code>{strange.word}</code>.
          {strange.near === null ? (
            " Find it by its name."
          ) : (
            <>
              {" Did you mean "}
              <Link className="link" href={mend(strange) as Route} prefetch={false}>
                {strange.near.name}
              </Link>
              ?
            </>
          )}
        </Notice>
      ))}
      {picked.beyond.length > 0 ? (
        <Notice tone="amber" className="mb-3">
          At most {COMPARE_LIMITS.max} zones stand side by side. Left out: {names(picked.beyond)}.
        </Notice>
      ) : null}
      {notYet.length > 0 ? (
        <Notice className="mb-3">
          Not in the register by {formatDay(asOf)}: {listed(notYet, "and")}.
        </Notice>
      ) : null}
    </>
  );
}
