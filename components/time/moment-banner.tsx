import { Notice } from "@/components/ui/notice";
import { formatDay } from "@/lib/text/format-date";
import type { Day } from "@/lib/time/day";

/** Props of the banner over a page that does not show today. */
export interface MomentBannerProps {
  asOf: Day;
  knownOn: number;
  /** The last revision of all. */
  version: number;
  /** Does the address name the version? Then the page never changes. */
  pinned: boolean;
  /** The address of the same page today. */
  today: string;
}

/** Says which day and version the page shows and whether it stays as it is, and leads to today's. */
export function MomentBanner({ asOf, knownOn, version, pinned, today }: MomentBannerProps) {
  return (
    <Notice
      className="mb-4"
      action={
        <a className="link" href={today}>
          Show today
        </a>
      }
    >
      This page shows <b>{formatDay(asOf)}</b>, with what was known by <b>revision {knownOn}</b>
      {knownOn < version ? ` of ${version}` : null}.
      {pinned ? " It stays as it is." : " What is learnt later about that day will show here too."}
    </Notice>
  );
}
