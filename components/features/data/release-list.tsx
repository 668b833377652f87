import { Anchor } from "@/components/layout/link";
import { Section } from "@/components/layout/section";
import { Original } from "@/components/ui/original";
import type { ReleaseAnswer } from "@/lib/contract/answer-schemas";
import { RELEASE_ARCHIVE, releaseFilePath, releasePath } from "@/lib/contract/release-answer";
import { useText } from "@/lib/text/use-text";
import { ReleaseFacts } from "./release-facts";

/** Makes a release on the server. */
const MAKE = ["npm", "run", "release"].join(" ");

interface ReleaseListProps {
  /** Latest first; null where they cannot be read now. */
  releases: readonly ReleaseAnswer[] | null;
  /** Path and query of today's zones as CSV, with the day and the revision. */
  pinned: string;
}

/** Every release with the way to its page and its files. */
export function ReleaseList({ releases, pinned }: ReleaseListProps) {
  const { t } = useText();
  return (
    <Section
      id="releases"
      title={t("data.releases.title")}
      size="large"
      lead={t("data.releases.lead")}
    >
      {releases === null ? (
        <p className="text-15 text-ink-2">{t("data.releases.away")}</p>
      ) : releases.length === 0 ? (
        <NoReleases pinned={pinned} />
      ) : (
        <ol className="grid gap-6">
          {releases.map((release) => (
            <li key={release.number}>
              <ReleaseItem release={release} />
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}

/** That no release is there yet, how one is made, and what gives the same data until then. */
export function NoReleases({ pinned }: Pick<ReleaseListProps, "pinned">) {
  const { t } = useText();
  return (
    <div className="grid max-w-[68ch] gap-3 border-line-2 border-s-2 ps-4 text-15">
      <p>
        {t.rich("data.releases.none", {
          command: MAKE,
          code: (words) => <code dir="ltr">{words}</code>,
        })}
      </p>
      <p>
        {t.rich("data.releases.pinned", {
          address: pinned,
          link: (words) => (
            <Anchor className="link break-all" href={pinned} dir="ltr">
              {words}
            </Anchor>
          ),
        })}
      </p>
    </div>
  );
}

function ReleaseItem({ release }: { release: ReleaseAnswer }) {
  const text = useText();
  const { t } = text;
  const { number, asOf, notes, files } = release;
  // The address of a release before it had a page.
  const id = `release-${number}`;
  return (
    <article
      id={id}
      aria-labelledby={`${id}-title`}
      className="min-w-0 scroll-mt-4 border-line-2 border-t pt-3"
    >
      <h3 id={`${id}-title`} className="font-serif text-17">
        <Anchor className="link" href={releasePath(number)}>
          {t.rich("data.releases.name", {
            number,
            day: text.day(asOf, "long"),
            figure: (words) => <span className="figure">{words}</span>,
          })}
        </Anchor>
      </h3>
      <p className="mt-1 text-13 text-ink-2">
        <ReleaseFacts release={release} />
      </p>
      {notes === null ? null : (
        <p className="mt-2 max-w-[68ch] text-15">
          <Original>{notes}</Original>
        </p>
      )}
      <p className="mt-2 flex flex-wrap gap-x-5 text-13">
        <Anchor
          className="link inline-flex min-h-6 items-center"
          href={`${releasePath(number)}#files`}
        >
          {t("data.releases.files", {
            count: files.length,
            size: text.fileSize(files.reduce((sum, { size }) => sum + size, 0)),
          })}
        </Anchor>
        <Anchor
          className="link inline-flex min-h-6 items-center"
          href={releaseFilePath(number, RELEASE_ARCHIVE)}
        >
          {t("data.releases.archive")}
        </Anchor>
      </p>
    </article>
  );
}
