import { Anchor } from "@/components/layout/link";
import { Original } from "@/components/ui/original";
import type { Event } from "@/lib/evidence/ledger-records";
import { upperFirst } from "@/lib/text/first-letter";
import { useText } from "@/lib/text/use-text";

/** The newest events, each with its day and what it is. */
export function HomeNews({ events }: { events: readonly Event[] }) {
  const text = useText();
  const { t, partialDate } = text;
  return (
    <section aria-labelledby="news" className="home-news">
      <h2 id="news">
        {t("home.news.title")}{" "}
        <Anchor className="link" href="/news">
          {t("home.news.all")}
        </Anchor>
      </h2>
      {events.length === 0 ? (
        <p>{t("home.news.none")}</p>
      ) : (
        <ol>
          {events.map(({ id, date, kind, title }) => (
            <li key={id}>
              <p className="home-note">
                <time dateTime={date}>{partialDate(date)}</time>{" "}
                <b className="font-semibold">{upperFirst(text, t(`ledger.eventKind.${kind}`))}</b>
              </p>
              <Anchor className="hover:text-accent hover:underline" href={`/news#${id}`}>
                <Original>{title}</Original>
              </Anchor>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
