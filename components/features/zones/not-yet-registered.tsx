import type { Route } from "next";
import Link from "next/link";
import { useText } from "@/lib/text/use-text";
import type { Day } from "@/lib/time/day";

interface NotYetRegisteredProps {
  slug: string;
  asOf: Day;
  revision: number;
  /** First day on which the registry holds the zone, as known at the revision; null: never. */
  from: Day | null;
}

/** The page of a zone that the registry does not hold on the day looked at. */
export function NotYetRegistered({ slug, asOf, revision, from }: NotYetRegisteredProps) {
  const { t, day } = useText();
  const known = { day: day(asOf, "long"), revision: String(revision) };
  const link = (href: string, words: string) => (
    <li>
      <Link className="link" href={href as Route}>
        {words}
      </Link>
    </li>
  );
  return (
    <div className="mx-auto w-full max-w-[640px] py-10">
      <h1 className="mb-3 font-serif text-28 tracking-[-0.01em]">{t("zones.notYet.title")}</h1>
      <div className="prose">
        <p>
          {from === null
            ? t("zones.notYet.none", known)
            : t("zones.notYet.from", { ...known, first: day(from, "long") })}
        </p>
        <ul>
          {from === null
            ? null
            : link(
                `/zones/${slug}?asOf=${from}&knownOn=r${revision}`,
                t("zones.notYet.onFirst", { day: day(from, "long") }),
              )}
          {link(`/zones/${slug}`, t("zones.notYet.today"))}
          {link(`/?asOf=${asOf}`, t("zones.notYet.all", { day: day(asOf, "long") }))}
        </ul>
      </div>
    </div>
  );
}
