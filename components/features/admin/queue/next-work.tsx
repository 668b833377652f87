import type { Route } from "next";
import Link from "next/link";
import { Section } from "@/components/layout/section";
import { type QueuedItem, queueAddress } from "@/lib/queue/queue-query";
import { describeCause, describeSubject } from "@/lib/text/queue-words";
import { useText } from "@/lib/text/use-text";
import { listPlaces } from "./build-queue-view";

const MOST = 6;

interface NextWorkProps {
  /** Everything that is open, in the order of the queue. */
  open: readonly QueuedItem[];
  /** The part that is the signed-in person's. */
  own: readonly QueuedItem[];
  zoneName: (slug: string) => string;
}

/** The first open items, one's own before the others, each with a link to where it is worked on. */
export function NextWork({ open, own, zoneName }: NextWorkProps) {
  const text = useText();
  if (open.length === 0) return null;
  const mine = new Set(own);
  const first = [...own, ...open.filter((one) => !mine.has(one))].slice(0, MOST);
  return (
    <Section
      id="next-work"
      title={text.t("queue.home.title")}
      note={text.t.rich("queue.home.lead", {
        count: open.length,
        link: (words) => (
          <Link className="link" href="/admin/queue">
            {words}
          </Link>
        ),
        own: (words) => (
          <Link className="link" href={queueAddress({ whose: "me" }) as Route}>
            {words}
          </Link>
        ),
      })}
      className="mb-8"
    >
      <ul className="grid gap-x-8 md:grid-cols-2">
        {first.map(({ item }) => (
          <li key={item.key} className="min-w-0 border-line border-t py-2">
            <Link
              href={listPlaces(item)[0].href as Route}
              prefetch={false}
              className="link break-words font-medium"
            >
              {describeSubject(text, item, zoneName)}
            </Link>{" "}
            <span className="text-12 text-ink-3">{text.t(`queue.kind.${item.kind}`)}</span>
            <span className="block break-words text-12 text-ink-2" dir="auto">
              {describeCause(text, item)}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
