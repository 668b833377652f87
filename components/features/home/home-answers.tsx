import type { ReactNode } from "react";
import { Anchor } from "@/components/layout/link";
import { briefZoneName } from "@/lib/evidence/zone-name";
import type { HomeFacts } from "@/lib/query/home-facts";
import { useText } from "@/lib/text/use-text";

/** Zones that the first answer names; the others are counted. */
const NAMED = 8;

/** The 3 questions of the site, each answered in a sentence that links to what it counts. */
export function HomeAnswers({ facts }: { facts: HomeFacts }) {
  const text = useText();
  const { t } = text;
  const { run, invest, china } = facts;
  const linked = (href: string) => (words: ReactNode) => (
    <Anchor className="home-link" href={href}>
      {words}
    </Anchor>
  );
  const others = run.running.length - NAMED;
  const names = run.running.slice(0, NAMED).map((row) => briefZoneName(row));
  return (
    <>
      <Answer
        id="run"
        question={t("home.run.question")}
        note={
          facts.zones === 0
            ? null
            : t("home.run.note", {
                reported: run.reported,
                years: [...new Set(run.reportedYears)].join("–"),
                unknown: run.unknown,
              })
        }
      >
        {facts.zones === 0
          ? t("home.run.none")
          : t.rich("home.run.answer", {
              running: run.running.length,
              zones: facts.zones,
              names: text.list(
                others > 0 ? [...names, t("home.run.others", { count: others })] : names,
              ),
              link: linked("/zones?standing=running"),
              zone: (words) => <span className="text-ramp-4">{words}</span>,
            })}
      </Answer>
      <Answer id="invest" question={t("home.invest.question")}>
        {invest.firms === 0
          ? t("home.invest.none")
          : t.rich("home.invest.answer", {
              producing: invest.producing,
              firms: invest.firms,
              recent: invest.recent,
              known: invest.largest === null ? "no" : "yes",
              firm: invest.largest?.firm ?? "",
              amount: text.amount(invest.largest?.usdM ?? 0, "USD m"),
              year: invest.largest?.year ?? "",
              link: linked("/firms"),
            })}
      </Answer>
      <Answer id="china" question={t("home.china.question")}>
        {invest.firms === 0
          ? t("home.china.none")
          : t.rich("home.china.answer", {
              tied: china.tied,
              zones: china.zones,
              unknown: china.unknown,
              firms: invest.firms,
              link: linked("/firms?country=CN"),
              missing: (words) => <span className="text-ink-3">{words}</span>,
            })}
      </Answer>
    </>
  );
}

interface AnswerProps {
  id: string;
  question: string;
  /** What else is known or not; absent or null: nothing. */
  note?: string | null;
  children: ReactNode;
}

function Answer({ id, question, note = null, children }: AnswerProps) {
  return (
    <section aria-labelledby={id} className="home-answer">
      <h2 id={id}>{question}</h2>
      <p>{children}</p>
      {note === null ? null : <p className="home-note">{note}</p>}
    </section>
  );
}
