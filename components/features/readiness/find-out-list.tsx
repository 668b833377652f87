import type { Route } from "next";
import { Fragment, useState } from "react";
import { StandingMark } from "@/components/evidence/standing-mark";
import { Link } from "@/components/layout/link";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { getLedgerAnchor } from "@/lib/evidence/addresses";
import { shortZoneName } from "@/lib/evidence/zone-name";
import type { QuestionGroup } from "@/lib/readiness/open-questions";
import type { ScoredZone } from "@/lib/readiness/zone-scores";
import { useText } from "@/lib/text/use-text";
import { FIRST_QUESTIONS, type ShownQuestions } from "./shown-scores";
import "./find-out.css";

const MORE = 30;

interface FindOutListProps {
  questions: ShownQuestions;
  /** The moment as part of an address; empty for today. */
  moment: string;
}

/** The facts that are not known for certain, those that would narrow a range most first, each with a link to its evidence. */
export function FindOutList({ questions, moment }: FindOutListProps) {
  const { t, number } = useText();
  const [limit, setLimit] = useState(FIRST_QUESTIONS);
  const shown = questions.shown.slice(0, limit);
  return (
    <section id="find-out" aria-labelledby="find-out-title">
      <h2 id="find-out-title" className="title">
        {t("readiness.findOut.title")}
      </h2>
      <p className="mt-0.5 mb-2 text-12 text-ink-2">{t("readiness.findOut.lead")}</p>
      {shown.length === 0 ? (
        <p className="text-12 text-ink-3">{t("readiness.findOut.none")}</p>
      ) : (
        <ul className="find-out">
          {shown.map(({ group, zone }) => (
            <Question
              key={`${group.slug} ${group.fields.join(" ")}`}
              group={group}
              zone={zone}
              moment={moment}
            />
          ))}
        </ul>
      )}
      {questions.count > shown.length ? (
        <Button className="no-print mt-2" onClick={() => setLimit(limit + MORE)}>
          {t("readiness.findOut.more", {
            more: number(Math.min(MORE, questions.count - limit)),
            count: number(questions.count),
          })}
        </Button>
      ) : null}
    </section>
  );
}

interface QuestionProps {
  group: QuestionGroup;
  zone: ScoredZone | undefined;
  /** The moment as part of an address; empty for today. */
  moment: string;
}

function Question({ group, zone, moment }: QuestionProps) {
  const { slug, why, width, fields } = group;
  const text = useText();
  const { t } = text;
  const address = `/zones/${slug}${moment}`;
  return (
    <li>
      <span className="flex min-w-0 items-center gap-1.5">
        {zone ? (
          <StandingMark standing={zone.row.progress.standing} candidate={zone.candidate} />
        ) : null}
        <Link
          href={address as Route}
          prefetch={false}
          className={cx(
            "inline-block min-h-6 py-0.5 hover:underline",
            zone?.candidate ? "text-ink-2" : "font-semibold",
          )}
        >
          {zone ? shortZoneName(zone.row) : slug}
        </Link>
      </span>
      <span className="block min-w-0 ps-5 text-12 text-ink-2">
        {fields.length > 1 ? `${t("readiness.findOut.anyOf")} ` : null}
        {fields.map((field, i) => (
          <Fragment key={field}>
            <span>
              <Link href={`${address}#${getLedgerAnchor(field)}` as Route} prefetch={false}>
                {text.fieldLabel(field)}
              </Link>
              {i < fields.length - 1 ? "," : null}
            </span>{" "}
          </Fragment>
        ))}
        <span className="meta block">{t(`readiness.findOut.${why}`, { points: width })}</span>
      </span>
    </li>
  );
}
