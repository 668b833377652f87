import { MessagePage } from "@/components/layout/message-page";
import { formatRevision } from "@/lib/text/revision-words";
import { useText } from "@/lib/text/use-text";
import { addDays, type Day } from "@/lib/time/day";

interface NotYetRegisteredProps {
  slug: string;
  asOf: Day;
  revision: number;
  /** The revision as a permanent link names it. */
  knownOn: string;
  /** First day on which the registry holds the zone, as known at the revision; null: never. */
  from: Day | null;
  /** Why and when it was taken out of the registry, only from that day on or on every day; null: it was not. */
  taken: {
    readonly act: "retired" | "withdrawn";
    readonly reason: string;
    readonly on: Day;
  } | null;
}

/** In place of a zone that the registry does not hold on that day. */
export function NotYetRegistered({
  slug,
  asOf,
  revision,
  knownOn,
  from,
  taken,
}: NotYetRegisteredProps) {
  const { t, day } = useText();
  const known = { day: day(asOf, "long"), revision: formatRevision(revision) };
  const first = from === null ? null : day(from, "long");
  const all = { href: `/?asOf=${asOf}`, label: t("zones.notYet.all", { day: known.day }) };
  if (taken?.act === "withdrawn" || (taken && asOf >= taken.on)) {
    const { act, on, reason } = taken;
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
                  label: t("zones.notYet.onFirst", { day: day(before, "long") }),
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
      title={t("zones.notYet.title")}
      links={[
        ...(first === null
          ? []
          : [
              {
                href: `/zones/${slug}?asOf=${from}&knownOn=${knownOn}`,
                label: t("zones.notYet.onFirst", { day: first }),
              },
            ]),
        { href: `/zones/${slug}`, label: t("zones.notYet.today") },
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

/** What a person typed, with a full stop where it ends without a mark. */
function endSentence(words: string): string {
  return /\p{P}$/u.test(words) ? words : `${words}.`;
}
