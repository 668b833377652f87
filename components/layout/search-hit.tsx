import type { HitAnswer } from "@/lib/contract/answer-schemas";
import type { MatchPart, TextRange } from "@/lib/query/search-index";
import type { Messages } from "@/lib/text/english-messages";
import { useTranslate } from "@/lib/text/use-translate";

type ToldPart = keyof Messages["layout"]["search"]["matched"];

/** The parts that a result tells where they matched. Its name, title, publisher and address speak for themselves. */
const TOLD: Readonly<Record<MatchPart, ToldPart | null>> = {
  name: null,
  title: null,
  publisher: null,
  id: null,
  "other-name": "other-name",
  place: "place",
  developer: "developer",
  quotation: "quotation",
};

/** The lines of a result: its name with the matching letters marked, what it is, and what else of it matched. */
export function SearchHit({
  name,
  about,
  matched,
}: Pick<HitAnswer, "name" | "about"> & Partial<Pick<HitAnswer, "matched">>) {
  const t = useTranslate();
  const part = matched ? TOLD[matched.part] : null;
  return (
    <>
      <span className="block font-medium [overflow-wrap:anywhere]">
        <bdi>{matched?.text === name ? <Marked text={name} ranges={matched.ranges} /> : name}</bdi>
      </span>
      <span className="line-clamp-2 text-12 text-ink-2">{about}</span>
      {matched && part ? (
        <span className="line-clamp-2 text-12 text-ink-2">
          {t.rich(`layout.search.matched.${part}`, {
            text: matched.text,
            match: () => (
              <bdi key="match">
                <Marked text={matched.text} ranges={matched.ranges} />
              </bdi>
            ),
          })}
        </span>
      ) : null}
    </>
  );
}

/** A text with some of its letters marked. */
function Marked({ text, ranges }: { text: string; ranges: readonly TextRange[] }) {
  const ends = [0, ...ranges.flat(), text.length];
  // Every second stretch is marked.
  return ends.slice(0, -1).map((from, i) => {
    const part = text.slice(from, ends[i + 1]);
    return i % 2 === 0 ? (
      part
    ) : (
      <mark key={from} className="rounded-1 bg-accent-wash text-accent">
        {part}
      </mark>
    );
  });
}
