import type { ReactNode } from "react";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { Anchor } from "@/components/layout/link";
import { NAVIGATION } from "@/components/layout/navigation";
import { PageTitle } from "@/components/layout/reading-page";
import { Section } from "@/components/layout/section";
import { buttonClass } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Original } from "@/components/ui/original";
import { CHANGE_TOPIC_KEYS, CHANGE_TOPICS } from "@/lib/changes/change-kinds";
import type { ReleaseAnswer, ReleaseFileAnswer } from "@/lib/contract/answer-schemas";
import { METHOD } from "@/lib/contract/meta";
import { releaseFilePath, releasePath } from "@/lib/contract/release-answer";
import { CITATION_FILE, ZENODO_FILE } from "@/lib/formats/release-metadata";
import type { KindCounts } from "@/lib/text/change-summary";
import { permalinkPath } from "@/lib/text/citation";
import { useText } from "@/lib/text/use-text";
import { type Citation, CitationList } from "./citation-list";
import { ReleaseFacts } from "./release-facts";

const COLUMNS =
  "grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 md:grid-cols-[9rem_7rem_5rem_minmax(0,1fr)]";

/** Checks the files of a release in their folder. */
const CHECK = ["sha256sum", "-c", "SHA256SUMS"].join(" ");

/** The pages that show a past day of all zones. */
const DAY_PAGES = NAVIGATION.flatMap(({ pages }) => pages).filter(
  ({ keeps, href }) => keeps !== "nothing" && href !== "/compare",
);

/** What changed since the release before: the number of changes by kind, and a summary in sentences. */
export interface ReleaseChanges {
  readonly counts: KindCounts;
  readonly summary: string;
}

interface ReleasePageProps {
  release: ReleaseAnswer;
  /** Number of the release of the latest day. */
  latest: string;
  /** The ZIP archive with all files. */
  archive: ReleaseFileAnswer;
  citations: readonly Citation[];
  /** Null: no earlier release exists. */
  changes: ReleaseChanges | null;
}

/** One release: what it holds, how to cite it, its files with checksums, what changed, and the same day on the pages. */
export function ReleasePage({ release, latest, archive, citations, changes }: ReleasePageProps) {
  const text = useText();
  const { t } = text;
  const { number, asOf, notes } = release;
  const title = t("data.cite.release", { number });
  return (
    <>
      <Breadcrumbs
        path={[
          { href: "/data", label: t("data.meta.title") },
          { href: "/data#releases", label: t("data.releases.title") },
        ]}
        here={title}
      />
      <PageTitle title={title} lead={t("data.release.lead", { day: text.day(asOf, "long") })} />
      <p className="max-w-[68ch] text-13 text-ink-2">
        <ReleaseFacts release={release} />
      </p>
      {notes === null ? null : (
        <p className="mt-3 max-w-[68ch] text-15">
          <Original>{notes}</Original>
        </p>
      )}
      {latest === number ? null : (
        <p className="mt-3 text-15">
          {t.rich("data.release.newer", {
            number: latest,
            link: (words) => (
              <Anchor className="link" href={releasePath(latest)}>
                {words}
              </Anchor>
            ),
          })}
        </p>
      )}
      <p className="no-print mt-4">
        <Anchor className={buttonClass("main")} href={archive.path}>
          {t("data.release.archive", { size: text.fileSize(archive.size) })}
        </Anchor>
      </p>
      <div className="mt-10 grid gap-y-12">
        <CiteRelease release={release} citations={citations} />
        <FileSection release={release} archive={archive} />
        <ChangeSection release={release} changes={changes} />
        <DaySection release={release} />
      </div>
    </>
  );
}

function CiteRelease({ release, citations }: Pick<ReleasePageProps, "release" | "citations">) {
  const { t } = useText();
  const linkTo = (name: string) => (words: ReactNode) => (
    <Anchor className="link" href={releaseFilePath(release.number, name)}>
      <bdi>{words}</bdi>
    </Anchor>
  );
  const hasFiles = [CITATION_FILE, ZENODO_FILE].every((wanted) =>
    release.files.some(({ name }) => name === wanted),
  );
  return (
    <Section id="cite" title={t("data.release.cite")} size="large">
      <CitationList citations={citations} />
      {hasFiles ? (
        <p className="mt-4 max-w-[68ch] text-13 text-ink-2">
          {t.rich("data.release.forPrograms", {
            citation: CITATION_FILE,
            zenodo: ZENODO_FILE,
            cff: linkTo(CITATION_FILE),
            deposit: linkTo(ZENODO_FILE),
          })}
        </p>
      ) : null}
    </Section>
  );
}

function FileSection({ release, archive }: Pick<ReleasePageProps, "release" | "archive">) {
  const text = useText();
  const { t } = text;
  const { files } = release;
  return (
    <Section
      id="files"
      title={t("data.release.files")}
      size="large"
      lead={t("data.release.fileCount", {
        count: files.length,
        size: text.fileSize(files.reduce((sum, { size }) => sum + size, 0)),
      })}
    >
      <ReleaseFiles files={[archive, ...files]} />
      <p className="mt-2 text-12 text-ink-2">
        {t.rich("data.releases.check", {
          command: CHECK,
          code: (words) => <code dir="ltr">{words}</code>,
        })}
      </p>
    </Section>
  );
}

function ChangeSection({ release, changes }: Pick<ReleasePageProps, "release" | "changes">) {
  const text = useText();
  const { t } = text;
  if (changes === null) return null;
  const topics = CHANGE_TOPIC_KEYS.map((topic) => ({
    topic,
    count: CHANGE_TOPICS[topic].reduce((sum, kind) => sum + changes.counts[kind], 0),
  }));
  return (
    <Section id="changes" title={t("data.release.changes")} size="large" lead={changes.summary}>
      <dl className="grid max-w-[68ch] text-13">
        {topics.map(({ topic, count }) => (
          <div
            key={topic}
            className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 border-line border-b py-2"
          >
            <dt>
              <span className="font-medium">{t(`changes.topic.${topic}.title`)}</span>
              <span className="block text-ink-2">{t(`changes.topic.${topic}.definition`)}</span>
            </dt>
            <dd className="tabular">{text.number(count)}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 text-13">
        {t.rich("data.release.changeFiles", {
          list: (words) => (
            <Anchor className="link" href={releaseFilePath(release.number, "changes.md")}>
              {words}
            </Anchor>
          ),
          table: (words) => (
            <Anchor className="link" href={releaseFilePath(release.number, "changes.csv")}>
              {words}
            </Anchor>
          ),
        })}
      </p>
    </Section>
  );
}

function DaySection({ release }: Pick<ReleasePageProps, "release">) {
  const text = useText();
  const { t } = text;
  const { asOf, knownOn, method } = release;
  return (
    <Section
      id="day"
      title={t("data.release.dayTitle", { day: text.day(asOf, "long") })}
      size="large"
      lead={
        method === METHOD
          ? t("data.release.day")
          : t("data.release.dayOtherMethod", {
              method: text.number(method),
              current: text.number(METHOD),
            })
      }
    >
      <ul className="flex flex-wrap gap-x-5 gap-y-1">
        {DAY_PAGES.map(({ href, name }) => (
          <li key={href}>
            <Anchor
              className="link inline-flex min-h-6 items-center"
              href={permalinkPath({ path: href as `/${string}`, asOf, knownOn })}
            >
              {t(`layout.navigation.pages.${name}`)}
            </Anchor>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Files of a release with their sizes and checksums. */
function ReleaseFiles({ files }: { files: readonly ReleaseFileAnswer[] }) {
  const text = useText();
  const { t } = text;
  return (
    <ul className="text-13">
      <li
        aria-hidden="true"
        className={cx(COLUMNS, "border-ink border-b py-1 text-12 text-ink-2 max-md:hidden")}
      >
        <span>{t("data.files.file")}</span>
        <span className="text-end">{t("data.files.records")}</span>
        <span className="text-end">{t("data.releases.size")}</span>
        <span dir="ltr">SHA-256</span>
      </li>
      {files.map(({ name, path, records, size, sha256 }) => (
        <li key={name} className={cx(COLUMNS, "border-line border-b py-1.5")}>
          <Anchor className="link" href={path}>
            <bdi>{name}</bdi>
          </Anchor>
          <span className="tabular text-end text-ink-2 max-md:hidden">
            {records === null ? null : text.number(records)}
          </span>
          <span className="tabular text-end text-ink-2">{text.fileSize(size)}</span>
          <code className="text-12 text-ink-3 [overflow-wrap:anywhere] max-md:col-span-2">
            <span className="sr-only">{t("data.releases.checksum")} </span>
            {sha256}
          </code>
        </li>
      ))}
    </ul>
  );
}
