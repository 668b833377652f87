import type { Route } from "next";
import Link from "next/link";
import { Section } from "@/components/layout/section";
import { countKinds, type QueuedItem, queueAddress, type Teammate } from "@/lib/queue/queue-query";
import { WORK_KINDS } from "@/lib/queue/work-item";
import type { WeekOfWork } from "@/lib/server/desk/queue";
import { usePlainText } from "@/lib/text/use-plain-text";

const ROW = "flex justify-between gap-3 border-line border-t py-1";

/** How many open items there are of each kind and with each person, as links to them. */
export function OpenCounts({ open }: { open: readonly QueuedItem[] }) {
  const { t, number } = usePlainText();
  const kinds = countKinds(open);
  const people = new Map<string, { readonly person: Teammate | null; count: number }>();
  for (const { state } of open) {
    const id = state.assignee?.id ?? "";
    const known = people.get(id) ?? { person: state.assignee, count: 0 };
    known.count += 1;
    people.set(id, known);
  }
  return (
    <>
      <Section id="kinds" title={t("queue.kinds.title")}>
        <ul>
          {WORK_KINDS.filter((kind) => kinds[kind] > 0).map((kind) => (
            <li key={kind} className={ROW}>
              <Link className="link" href={queueAddress({ kind }) as Route} prefetch={false}>
                {t(`queue.kind.${kind}`)}
              </Link>
              <span className="tabular">{number(kinds[kind])}</span>
            </li>
          ))}
        </ul>
      </Section>
      <Section id="team" title={t("queue.team.title")}>
        <ul>
          {[...people.values()]
            .sort((a, b) => b.count - a.count)
            .map(({ person, count }) => (
              <li key={person?.id ?? ""} className={ROW}>
                <Link
                  className="link min-w-0 break-words"
                  href={queueAddress({ whose: person ? { person: person.id } : "nobody" }) as Route}
                  prefetch={false}
                >
                  {person?.name ?? t("queue.team.nobody")}
                </Link>
                <span className="tabular">{number(count)}</span>
              </li>
            ))}
        </ul>
      </Section>
    </>
  );
}

const COUNTS = ["recorded", "judged", "answered"] as const;

interface WorkByWeekProps {
  /** Of everybody, the present week first. */
  team: readonly WeekOfWork[];
  /** Of the signed-in person, in the same order. */
  own: readonly WeekOfWork[];
}

/** Reports recorded, decisions and answers since the first of the last weeks with any: everybody's and one's own. */
export function WorkByWeek({ team, own }: WorkByWeekProps) {
  const { t, number, partialDate } = usePlainText();
  const first = team.findLastIndex((week) => COUNTS.some((count) => week[count] > 0));
  return (
    <Section id="work" title={t("queue.work.title")}>
      <table className="w-full text-12">
        <thead>
          <tr>
            {(["week", ...COUNTS] as const).map((head) => (
              <th
                key={head}
                scope="col"
                className={head === "week" ? "text-start font-medium" : "text-end font-medium"}
              >
                {t(`queue.work.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {team.slice(0, Math.max(first, 0) + 1).map((week, i) => (
            <tr key={week.monday} className="border-line border-t align-baseline">
              <th scope="row" className="py-1 text-start font-normal">
                {partialDate(week.monday)}
              </th>
              {COUNTS.map((count) => (
                <td key={count} className="tabular py-1 text-end">
                  {number(week[count])}
                  {week[count] === 0 ? null : (
                    <span className="block text-ink-3">
                      {t("queue.work.mine", { count: own[i]?.[count] ?? 0 })}
                    </span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-2 text-12 text-ink-3">{t("queue.work.note")}</p>
      <p className="mt-1 text-12">
        <Link className="link" href={"/admin/history?by=me" as Route} prefetch={false}>
          {t("queue.work.log")}
        </Link>
      </p>
    </Section>
  );
}

/** The keys of the list and what they do. */
const KEYS = [
  { keys: ["↓", "j"], act: "move", also: ["↑", "k"] },
  { keys: ["Enter", "o"], act: "open" },
  { keys: ["a"], act: "mine" },
  { keys: ["p"], act: "assign" },
  { keys: ["s"], act: "snooze" },
  { keys: ["c"], act: "comment" },
  { keys: ["d"], act: "done" },
  { keys: ["u"], act: "undo" },
] as const;

/** Which keys the list understands. */
export function QueueKeys() {
  const { t } = usePlainText();
  return (
    <Section id="keys" title={t("queue.keys.title")} className="pointer-coarse:hidden">
      <p className="mb-2 text-12 text-ink-3">{t("queue.keys.help")}</p>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-12">
        {KEYS.map(({ keys, act, ...more }) => (
          <div key={act} className="contents">
            <dt>
              {[...keys, ...("also" in more ? more.also : [])].map((key) => (
                <kbd key={key} className="me-1">
                  {key}
                </kbd>
              ))}
            </dt>
            <dd>{t(`queue.keys.${act}`)}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
