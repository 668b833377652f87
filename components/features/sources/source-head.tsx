import type { Route } from "next";
import type { ReactNode } from "react";
import { ArchiveLink } from "@/components/evidence/source-reference";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { Anchor, Link } from "@/components/layout/link";
import { Section } from "@/components/layout/section";
import { Original } from "@/components/ui/original";
import { type SourceFile, sourceFilePath } from "@/lib/contract/source-file";
import { webAddress } from "@/lib/evidence/addresses";
import type { Source } from "@/lib/evidence/ledger-records";
import type { SourceView } from "@/lib/evidence/source-rows";
import { listFormerAddresses } from "@/lib/evidence/source-versions";
import { toSearch } from "@/lib/query/search-string";
import { describeRevision } from "@/lib/text/revision-words";
import { sourceAnswer } from "@/lib/text/source-summary";
import { useText } from "@/lib/text/use-text";
import { type Day, daysBetween, firstDay } from "@/lib/time/day";

interface SourceHeadProps {
  view: SourceView;
  /** The file that everybody may read; null: there is none. */
  file: SourceFile | null;
  /** Where the reader may change the source; null: they may not. */
  changePath: string | null;
}

/** What a source is, what it supports in a sentence or two, and its web address, now and before. */
export function SourceHead({ view, file, changePath }: SourceHeadProps) {
  const text = useText();
  const { t } = text;
  const { source, asOf, moment } = view;
  return (
    <header className="mb-8 wrap-anywhere">
      <Breadcrumbs
        path={[{ label: t("sources.meta.title"), href: `/sources${toSearch(moment)}` }]}
        here={<Original>{source.title}</Original>}
      />
      <h1 className="page-title mt-1 max-w-[44ch] text-balance" data-small>
        <Original>{source.title}</Original>
      </h1>
      <p className="page-lead mt-3">{sourceAnswer(text, view)}</p>
      <dl className="mt-4 grid max-w-[72ch] grid-cols-[5.5rem_minmax(0,1fr)] gap-x-4 gap-y-1.5 sm:grid-cols-[8rem_minmax(0,1fr)] sm:gap-x-6">
        <Part label={t("sources.source.publisher")}>
          <span>{source.publisher}</span>
          <span className="text-ink-3">{t(`common.sourceKind.${source.kind}`)}</span>
        </Part>
        <Part label={t("sources.source.published")}>
          <Published source={source} asOf={asOf} />
        </Part>
        <Part label={t("sources.source.link")}>
          <span>
            <Address url={source.url} />
            <ArchiveLink source={source} className="link" />
          </span>
          <span className="text-ink-3">
            {source.accessed === null
              ? t("sources.source.neverRead")
              : t("sources.source.lastRead", { day: text.day(source.accessed) })}
          </span>
        </Part>
        {file === null ? null : (
          <Part label={t("sources.source.file")}>
            <Anchor className="link" href={sourceFilePath(source.id)}>
              {t("sources.source.fileDownload")}
            </Anchor>
            {file.pages === null ? null : (
              <span className="text-ink-3">
                {t("sources.source.filePages", { pages: file.pages })}
              </span>
            )}
          </Part>
        )}
        <FormerAddresses view={view} />
      </dl>
      {changePath === null ? null : (
        <p className="no-print mt-4">
          <Link className="link" href={changePath as Route} prefetch={false}>
            {t("sources.source.change")}
          </Link>
        </p>
      )}
    </header>
  );
}

function Part({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-12 text-ink-2 sm:pt-0.5">{label}</dt>
      <dd className="flex min-w-0 flex-wrap gap-x-3">{children}</dd>
    </>
  );
}

function Published({ source, asOf }: { source: Source; asOf: Day }) {
  const text = useText();
  const { publishedOn, publishedOnEstimated } = source;
  if (publishedOn === null) return <span className="unknown">{text.t("sources.undated")}</span>;
  const date = text.partialDate(publishedOn);
  const days = daysBetween(firstDay(publishedOn), asOf);
  return (
    <>
      <span>{publishedOnEstimated ? text.t("sources.source.about", { date }) : date}</span>
      {days < 1 ? null : (
        <span className="text-ink-3">{text.t("sources.age", { age: text.age(days) })}</span>
      )}
      {publishedOnEstimated ? (
        <span className="text-ink-3">{text.t("sources.estimated")}</span>
      ) : null}
    </>
  );
}

function Address({ url }: { url: string | null }) {
  const { t } = useText();
  const address = webAddress(url);
  if (address === null) return <span className="unknown">{t("sources.noAddress")}</span>;
  return (
    <a className="link break-all" href={address} rel="external noopener">
      {readable(address)}
    </a>
  );
}

/** An address in the letters of its language, if it can be decoded. */
function readable(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

/** The addresses of the source before, and why they were replaced. */
function FormerAddresses({ view: { versions, revisions } }: { view: SourceView }) {
  const text = useText();
  const former = listFormerAddresses(versions);
  if (former.length === 0) return null;
  return (
    <Part label={text.t("sources.source.formerLinks")}>
      <ul className="grid gap-1.5">
        {former.map(({ url, revision, reason }) => (
          <li key={url}>
            <a className="link break-all" href={url} rel="external noopener nofollow">
              {readable(url)}
            </a>
            <span className="block text-12 text-ink-2">
              {text.t("sources.source.replaced", {
                ...describeRevision(text, revision, revisions.get(revision)),
                explained: reason === null ? "no" : "yes",
                reason: reason ?? "",
              })}
            </span>
          </li>
        ))}
      </ul>
    </Part>
  );
}

/** Every version of the source's entry, latest first. */
export function SourceHistory({ view: { versions, revisions } }: { view: SourceView }) {
  const text = useText();
  if (versions.length < 2) return null;
  return (
    <Section id="changes" size="large" title={text.t("sources.history.title")} className="mb-10">
      <ol className="wrap-anywhere">
        {[...versions].reverse().map(({ revision, reason, source }) => {
          const recorded = describeRevision(text, revision, revisions.get(revision));
          const { title, publisher, publishedOn } = source;
          return (
            <li key={revision} className="border-line border-t py-1.5">
              {reason === null
                ? text.t("ledger.line.recorded", recorded)
                : text.t("sources.history.changed", { ...recorded, reason })}
              <span className="block text-12 text-ink-3">
                {text.t("sources.history.entry", {
                  title,
                  publisher,
                  dated: publishedOn === null ? "no" : "yes",
                  date: publishedOn === null ? "" : text.partialDate(publishedOn),
                })}
              </span>
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
