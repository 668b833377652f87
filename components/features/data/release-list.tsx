import { Section } from "@/components/layout/section";
import { Instant } from "@/components/time/instant";
import {
  countRecords,
  type ReleaseAnswer,
  type ReleaseFileAnswer,
  releaseFilePath,
} from "@/lib/contract/release-answer";
import { formatRevision } from "@/lib/text/revision-words";
import { useText } from "@/lib/text/use-text";

/** Makes a release on the server. */
const MAKE = ["npm", "run", "release"].join(" ");
/** Checks the files of a release in their folder. */
const CHECK = ["sha256sum", "-c", "SHA256SUMS"].join(" ");

interface ReleaseListProps {
  /** Latest first; null where they cannot be read now. */
  releases: readonly ReleaseAnswer[] | null;
  /** Path and query of today's zones as CSV, with the day and the revision. */
  pinned: string;
}

/** Every release with its files and their checksums. */
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
          {releases.map((release, i) => (
            <li key={release.number}>
              <ReleaseItem release={release} open={i === 0} />
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}

function NoReleases({ pinned }: { pinned: string }) {
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
            <a className="link break-all" href={pinned} dir="ltr">
              {words}
            </a>
          ),
        })}
      </p>
    </div>
  );
}

function ReleaseItem({ release, open }: { release: ReleaseAnswer; open: boolean }) {
  const text = useText();
  const { t } = text;
  const { number, asOf, version, method, madeAt, notes, files } = release;
  const id = `release-${number}`;
  return (
    <article id={id} aria-labelledby={`${id}-title`} className="min-w-0 scroll-mt-4">
      <header className="border-line-2 border-t pt-3">
        <h3 id={`${id}-title`} className="font-serif text-17">
          {t.rich("data.releases.name", {
            number,
            day: text.day(asOf, "long"),
            figure: (words) => <span className="figure">{words}</span>,
            quiet: (words) => <span className="text-ink-2">{words}</span>,
          })}
        </h3>
        <p className="mt-1 text-13 text-ink-2">
          {t.rich("data.releases.facts", {
            revision: formatRevision(version),
            method: text.number(method),
            zones: countRecords(release, "zones.csv") ?? 0,
            reports: countRecords(release, "claims.csv") ?? 0,
            sources: countRecords(release, "sources.csv") ?? 0,
            instant: () => <Instant at={madeAt} />,
          })}{" "}
          <Changes release={release} />
        </p>
        {notes === null ? null : <p className="mt-2 max-w-[68ch] text-15">{notes}</p>}
      </header>
      <details className="mt-2" open={open}>
        <summary className="link inline-block min-h-6 cursor-pointer text-13">
          {t("data.releases.files", {
            count: files.length,
            size: text.fileSize(files.reduce((sum, { size }) => sum + size, 0)),
          })}
        </summary>
        <FileList files={files} />
        <p className="mt-2 text-12 text-ink-2">
          {t.rich("data.releases.check", {
            command: CHECK,
            code: (words) => <code dir="ltr">{words}</code>,
          })}
        </p>
      </details>
    </article>
  );
}

function Changes({ release }: { release: ReleaseAnswer }) {
  const { t } = useText();
  const { number, since } = release;
  if (since === null) return t("data.releases.first");
  return t.rich("data.releases.changes", {
    count: countRecords(release, "changes.csv") ?? 0,
    earlier: since,
    list: (words) => (
      <a className="link" href={releaseFilePath(number, "changes.md")}>
        {words}
      </a>
    ),
    release: (words) => (
      <a className="link" href={`#release-${since}`}>
        {words}
      </a>
    ),
  });
}

function FileList({ files }: { files: readonly ReleaseFileAnswer[] }) {
  const text = useText();
  const { t } = text;
  return (
    <ul className="mt-1 border-line border-t text-13">
      {files.map(({ name, path, records, size, sha256 }) => (
        <li
          key={name}
          className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 border-line border-b py-1.5 md:grid-cols-[9rem_7rem_5rem_minmax(0,1fr)]"
        >
          <a className="link" href={path}>
            {name}
          </a>
          <span className="tabular text-end text-ink-2 max-md:hidden">
            {records === null
              ? t("data.releases.noRecords")
              : t("data.releases.records", { count: records })}
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
