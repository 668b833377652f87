import { Anchor } from "@/components/layout/link";
import { Instant } from "@/components/time/instant";
import type { ReleaseAnswer } from "@/lib/contract/answer-schemas";
import { releaseFilePath, releasePath } from "@/lib/contract/release-answer";
import { formatRevision } from "@/lib/text/revision-words";
import { useText } from "@/lib/text/use-text";

/** What a release holds, and how much changed since the one before, in a few sentences. */
export function ReleaseFacts({ release }: { release: ReleaseAnswer }) {
  const text = useText();
  const { t } = text;
  const { version, method, madeAt, counts } = release;
  return (
    <>
      {t.rich("data.releases.facts", {
        revision: formatRevision(version),
        method: text.number(method),
        zones: counts.zones,
        reports: counts.claims,
        sources: counts.sources,
        instant: () => <Instant at={madeAt} />,
      })}{" "}
      <ChangeCount release={release} />
    </>
  );
}

function ChangeCount({ release }: { release: ReleaseAnswer }) {
  const { t } = useText();
  const { number, since, counts } = release;
  if (since === null) return t("data.releases.first");
  return t.rich("data.releases.changes", {
    count: counts.changes,
    earlier: since,
    list: (words) => (
      <Anchor className="link" href={releaseFilePath(number, "changes.md")}>
        {words}
      </Anchor>
    ),
    release: (words) => (
      <Anchor className="link" href={releasePath(since)}>
        {words}
      </Anchor>
    ),
  });
}
