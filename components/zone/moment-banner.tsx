import { formatDay } from "@/components/fields/format-date";
import { Notice } from "@/components/ui/notice";
import type { Day } from "@/lib/registry/day";

/** Props of the banner over a page that does not show today. */
export interface MomentBannerProps {
  asOf: Day;
  knownOn: number;
  /** The last revision of all. */
  version: number;
  /** The address of the same page today. */
  today: string;
}

/** Says that the page is pinned to a day and a version, and leads to today's. */
export function MomentBanner({ asOf, knownOn, version, today }: MomentBannerProps) {
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
      {knownOn < version ? ` of ${version}` : null}. It stays as it is.
    </Notice>
  );
}
