import type { Route } from "next";
import { Link } from "@/components/layout/link";
import { findPageName } from "@/components/layout/navigation";
import { Instant } from "@/components/time/instant";
import type { PublicAnswer } from "@/lib/server/desk/corrections";
import { useText } from "@/lib/text/use-text";

interface AnsweredCorrectionsProps {
  /** Null: they cannot be read now. */
  corrections: {
    readonly open: number;
    readonly answered: number;
    /** With the name of the zone; null: about no single zone. */
    readonly latest: readonly PublicAnswer[];
  } | null;
}

/** How many corrections wait and are answered, and the latest answers. */
export function AnsweredCorrections({ corrections }: AnsweredCorrectionsProps) {
  const { t, fieldLabel } = useText();
  const nameOf = (page: string) => {
    const name = findPageName(page);
    // A reader can send any path, so that it is not shown in public.
    return t(name ?? "correct.answers.otherPage");
  };
  if (corrections === null) return <p>{t("correct.answers.away")}</p>;
  const { open, answered, latest } = corrections;
  return (
    <>
      <p>
        {open + answered === 0
          ? t("correct.answers.none")
          : t("correct.answers.counts", { open, answered })}
      </p>
      <ol className="mt-3">
        {latest.map(({ id, page, zone, field, outcome, answer, at }) => (
          <li key={id} className="border-line border-t py-2">
            <span className="flex flex-wrap justify-between gap-x-4 text-12 text-ink-3">
              <Link className="link" href={page as Route} prefetch={false}>
                {[zone ?? nameOf(page), ...(field === null ? [] : [fieldLabel(field)])].join(" · ")}
              </Link>
              <Instant at={at} />
            </span>
            <b className="font-semibold">{t(`correct.answers.outcome.${outcome}`)}</b>
            <span className="block whitespace-pre-line break-words" dir="auto">
              {answer}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
