import { Instant } from "@/components/time/instant";
import {
  countRecords,
  type ReleaseAnswer,
  type ReleaseFileAnswer,
  releaseFilePath,
} from "@/lib/contract/release-answer";
import { formatNumber } from "@/lib/text/format-number";
import { useText } from "@/lib/text/use-text";
import { DataPart } from "./data-part";

/** Props of the list of releases. */
export interface ReleaseListProps {
  /** The last made first; null where they cannot be read at the moment. */
  releases: readonly ReleaseAnswer[] | null;
  /** Path and query of today's zones as a file, with the day and the version in it. */
  pinned: string;
}

/** Every release with its files and their checksums. */
export function ReleaseList({ releases, pinned }: ReleaseListProps) {
  return (
    <DataPart
      id="releases"
      lead="A release is the whole of the data at one day and version, frozen under a number. Its files never change, so a figure taken from one can be checked years later."
    >
      {releases === null ? (
        <p className="text-15 text-ink-2">
          The releases cannot be read at the moment, since the database that keeps them does not
          answer. Everything else on this page can be had; try again in a moment.
        </p>
      ) : releases.length === 0 ? (
        <NoneYet pinned={pinned} />
      ) : (
        <ol className="grid gap-6">
          {releases.map((release, i) => (
            <li key={release.number}>
              <ReleaseItem release={release} open={i === 0} />
            </li>
          ))}
        </ol>
      )}
    </DataPart>
  );
}

function NoneYet({ pinned }: { pinned: string }) {
  return (
    <div className="grid max-w-[68ch] gap-3 border-line-2 border-l-2 pl-4 text-15">
      <p>
        None has been frozen yet. Whoever runs the tracker makes one with{" "}
        <code>npm run release</code>.
      </p>
      <p>
        Until then an address with a day and a version in it gives the same file for ever, such as{" "}
        <a className="link break-all" href={pinned}>
          {pinned}
        </a>
      </p>
    </div>
  );
}

function ReleaseItem({ release, open }: { release: ReleaseAnswer; open: boolean }) {
  const text = useText();
  const { number, asOf, knownOn, method, madeAt, notes, files } = release;
  const title = `release-${number}`;
  return (
    <article id={title} aria-labelledby={`${title}-title`} className="min-w-0 scroll-mt-4">
      <header className="border-line-2 border-t pt-3">
        <h3 id={`${title}-title`} className="font-serif text-17">
          <span className="figure">{number}</span>
          <span className="text-ink-2">, as of {text.day(asOf, "long")}</span>
        </h3>
        <p className="mt-1 text-13 text-ink-2">
          Version {knownOn}, method {method}, made <Instant at={madeAt} />. {countsInWords(release)}
          . <Since release={release} />
        </p>
        {notes === null ? null : <p className="mt-2 max-w-[68ch] text-15">{notes}</p>}
      </header>
      <details className="mt-2" open={open}>
        <summary className="link inline-block min-h-6 cursor-pointer text-13">
          {files.length} files with their checksums
        </summary>
        <FileList files={files} />
        <p className="mt-2 text-12 text-ink-2">
          To see that nothing was altered, put the files in one folder and run{" "}
          <code>sha256sum -c SHA256SUMS</code>.
        </p>
      </details>
    </article>
  );
}

function countsInWords(release: ReleaseAnswer): string {
  const counted = [
    ["zones.csv", "zones"],
    ["claims.csv", "claims"],
    ["sources.csv", "sources"],
  ] as const;
  return counted
    .map(([file, noun]) => `${formatNumber(countRecords(release, file) ?? 0)} ${noun}`)
    .join(", ");
}

function Since({ release }: { release: ReleaseAnswer }) {
  const { number, since } = release;
  if (since === null) return <>No earlier one to compare it with.</>;
  const changes = countRecords(release, "changes.csv") ?? 0;
  return (
    <>
      <a className="link" href={releaseFilePath(number, "changes.md")}>
        {formatNumber(changes)} {changes === 1 ? "change" : "changes"}
      </a>{" "}
      since{" "}
      <a className="link" href={`#release-${since}`}>
        {since}
      </a>
      .
    </>
  );
}

function FileList({ files }: { files: readonly ReleaseFileAnswer[] }) {
  const text = useText();
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
          <span className="tabular text-right text-ink-2 max-md:hidden">
            {records === null ? "prose" : `${formatNumber(records)} records`}
          </span>
          <span className="tabular text-right text-ink-2">{text.fileSize(size)}</span>
          <code className="text-11 text-ink-3 [overflow-wrap:anywhere] max-md:col-span-2">
            <span className="sr-only">SHA-256 </span>
            {sha256}
          </code>
        </li>
      ))}
    </ul>
  );
}
