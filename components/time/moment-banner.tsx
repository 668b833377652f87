import { Anchor } from "@/components/layout/link";
import { Notice } from "@/components/ui/notice";
import { METHOD, METHOD_SINCE } from "@/lib/contract/meta";
import { formatRevision } from "@/lib/text/revision-words";
import { usePlainText } from "@/lib/text/use-plain-text";
import type { Day } from "@/lib/time/day";

interface MomentBannerProps {
  asOf: Day;
  /** The last revision that counts on the page. */
  knownOn: number;
  /** The latest revision. */
  version: number;
  /** The address names the revision, so the page does not change while the method stays the same. */
  pinned: boolean;
  /** The address of the same page today. */
  today: string;
}

/** Which date and revision the page shows, whether it can change, and a link to today. */
export function MomentBanner({ asOf, knownOn, version, pinned, today }: MomentBannerProps) {
  const text = usePlainText();
  const { t } = text;
  return (
    <Notice
      className="mb-4"
      action={
        <Anchor className="link" href={today}>
          {t("time.banner.today")}
        </Anchor>
      }
    >
      {t.rich("time.banner.shows", {
        day: text.day(asOf),
        revision: formatRevision(knownOn),
        current: knownOn < version ? "no" : "yes",
        latest: formatRevision(version),
        b: (words) => <b>{words}</b>,
      })}{" "}
      {pinned
        ? t("time.banner.pinned", {
            method: String(METHOD),
            before: text.number(METHOD - 1),
            since: text.day(METHOD_SINCE),
            // A link cannot look at a day after the one on which it was made.
            older: asOf < METHOD_SINCE ? "yes" : "no",
          })
        : t("time.banner.open")}
    </Notice>
  );
}
