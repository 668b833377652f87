import { MessagePage } from "@/components/layout/message-page";
import { endSentence } from "@/lib/text/end-sentence";
import { formatRevision } from "@/lib/text/revision-words";
import { useText } from "@/lib/text/use-text";
import { addDays, type Day } from "@/lib/time/day";

interface NotYetRegisteredProps {
  slug: string;
  /** The short name of the zone; its slug where no report names it. */
  name: string;
  asOf: Day;
  revision: number;
  /** The revision as a permanent link names it. */
  knownOn: string;
  /** The address names the revision. */
  pinned: boolean;
  /** First day on which the registry holds the zone, as known at the revision; null: never. */
  from: Day | null;
  /** How, why and from which day it was removed: `retired` from that day on, `withdrawn` on every day; null: it was not. */
  removal: {
    readonly act: "retired" | "withdrawn";
    readonly reason: string;
    readonly on: Day;
  } | null;
}

/** In place of a zone that the registry does not hold on that day. */
export function NotYetRegistered({
  slug,
  name,
  asOf,
  revision,
  knownOn,
  pinned,
  from,
  removal,
}: NotYetRegisteredProps) {
  const { t, day } = useText();
  const known = {
    day: day(asOf, "long"),
    revision: formatRevision(revision),
    pinned: pinned ? "yes" : "no",
  };
  const first = from === null ? null : day(from, "long");
  const all = { href: `/zones?asOf=${asOf}`, label: t("zones.notYet.all", { day: known.day }) };
  if (removal?.act === "withdrawn" || (removal && asOf >= removal.on)) {
    const { act, on, reason } = removal;
    const before = addDays(on, -1);
    return (
      <MessagePage
        inline
        title={t(`zones.${act}.title`)}
        links={[
          ...(act === "withdrawn"
            ? []
            : [
                {
                  href: `/zones/${slug}?asOf=${before}`,
                  label: t("zones.notYet.onFirst", { zone: name, day: day(before, "long") }),
                },
              ]),
          all,
        ]}
      >
        <p>{t(`zones.${act}.since`, { day: day(on, "long"), reason: endSentence(reason) })}</p>
      </MessagePage>
    );
  }
  return (
    <MessagePage
      inline
      title={t("zones.notYet.title", { zone: name, day: known.day })}
      links={[
        ...(first === null
          ? []
          : [
              {
                href: `/zones/${slug}?asOf=${from}&knownOn=${knownOn}`,
                label: t("zones.notYet.onFirst", { zone: name, day: first }),
              },
            ]),
        { href: `/zones/${slug}`, label: t("zones.notYet.today", { zone: name }) },
        all,
      ]}
    >
      <p>
        {first === null
          ? t("zones.notYet.none", known)
          : t("zones.notYet.from", { ...known, first })}
      </p>
    </MessagePage>
  );
}
