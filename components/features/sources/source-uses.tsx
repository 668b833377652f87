import type { Route } from "next";
import { QuotedWords } from "@/components/evidence/quoted-words";
import { Anchor, Link } from "@/components/layout/link";
import { ListPageLinks, ListRange } from "@/components/layout/list-pages";
import { Section } from "@/components/layout/section";
import { Term } from "@/components/layout/term-link";
import { Original } from "@/components/ui/original";
import type { FieldKey } from "@/lib/catalogue/fields";
import type { FieldValue } from "@/lib/catalogue/kinds";
import { getLedgerAnchor, sourcePath } from "@/lib/evidence/addresses";
import type { ClaimStatus } from "@/lib/evidence/claim-status";
import type { Evidence } from "@/lib/evidence/resolve";
import type { SourceView } from "@/lib/evidence/source-rows";
import { shortenZoneName } from "@/lib/evidence/zone-name";
import type { ListPage } from "@/lib/query/list-page";
import { toSearch } from "@/lib/query/search-string";
import { formatFigure, formatPeriod } from "@/lib/text/context-words";
import { endSentence } from "@/lib/text/end-sentence";
import { upperFirst } from "@/lib/text/first-letter";
import type { Text } from "@/lib/text/text";
import { useText } from "@/lib/text/use-text";
import "./source-uses.css";

interface SourceUsesProps {
  view: SourceView;
  /** The claims that the page shows. */
  list: ListPage<ClaimStatus>;
}

/** Everything that a source supports: its claims zone by zone, the dated events and the national figures. */
export function SourceUses({ view, list }: SourceUsesProps) {
  return (
    <>
      <SourceClaims view={view} list={list} />
      <SourceEvents view={view} />
      <SourceFigures view={view} />
    </>
  );
}

/** Every claim of the source: its value, whether it is displayed, and what contradicts it. */
function SourceClaims({ view, list }: SourceUsesProps) {
  const { t } = useText();
  const claims = list.items;
  const pages = { list, path: sourcePath(view.source.id), kept: view.moment };
  const slugs = [...new Set(claims.map(({ evidence }) => evidence.claim.zone))];
  if (slugs.length === 0) return null;
  return (
    <Section
      id="claims"
      size="large"
      title={<Term of="report">{t("sources.uses.reports")}</Term>}
      className="mb-10"
    >
      <ListRange {...pages} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
        {slugs.map((slug) => (
          <ZoneClaims
            key={slug}
            slug={slug}
            view={view}
            claims={claims.filter(isAbout(slug))}
            total={view.claims.filter(isAbout(slug)).length}
          />
        ))}
      </div>
      <ListPageLinks {...pages} label={t("sources.uses.reports")} />
    </Section>
  );
}

const isAbout =
  (slug: string) =>
  ({ evidence }: ClaimStatus) =>
    evidence.claim.zone === slug;

interface ZoneClaimsProps {
  slug: string;
  view: SourceView;
  /** Those on this page of the list. */
  claims: readonly ClaimStatus[];
  /** How many there are on all pages. */
  total: number;
}

function ZoneClaims({ slug, view, claims, total }: ZoneClaimsProps) {
  const { t } = useText();
  const moment = toSearch(view.moment);
  return (
    <div>
      <h3 className="source-zone">
        <Link className="link" href={`/zones/${slug}${moment}` as Route} prefetch={false}>
          {shortenZoneName(view.zones.get(slug) ?? slug)}
        </Link>
        <span>{t("common.count.reports", { count: total })}</span>
      </h3>
      <ul className="source-reports">
        {claims.map((claim) => (
          <ClaimLine
            key={claim.evidence.claim.id}
            claim={claim}
            view={view}
            href={`/zones/${slug}${moment}#${getLedgerAnchor(claim.evidence.claim.field, claim.tenancy?.id ?? null)}`}
          />
        ))}
      </ul>
    </div>
  );
}

interface ClaimLineProps {
  claim: ClaimStatus;
  view: SourceView;
  /** Where the value is with all its evidence. */
  href: string;
}

function ClaimLine({ claim, view, href }: ClaimLineProps) {
  const text = useText();
  const { evidence, tenancy, standing, mark, against } = claim;
  const { field, value, note, quotation } = evidence.claim;
  const label = text.fieldLabel(field);
  const isWithdrawn = standing === "retracted" || standing === "deprecated";
  const words = claimedValue(text, field, value);
  return (
    <li>
      <p>
        <Anchor className="link" href={href}>
          {tenancy === null
            ? label
            : text.t("common.firmField", { firm: tenancy.firm, field: label })}
        </Anchor>
      </p>
      <div>
        {isWithdrawn ? (
          <s className="text-ink-2">{words}</s>
        ) : (
          <b className={value === null ? "unknown" : undefined}>
            <Original>{words}</Original>
          </b>
        )}
        {note === null ? null : (
          <p>
            <Original>{note}</Original>
          </p>
        )}
        <QuotedWords quotation={quotation} />
      </div>
      <p className="tabular">{text.partialDate(evidence.date)}</p>
      <div>
        <p className={standing === "shown" ? undefined : "text-ink-3"}>
          {text.t(`ledger.claim.standing.${standing}`)}
        </p>
        {mark === null ? null : (
          <div className="text-ink-2">
            <p className={mark === "contested" ? "disputed" : "text-ink-3"}>
              {mark === "contested"
                ? text.t("evidence.disputed", { count: 1 })
                : text.t("evidence.settled")}
            </p>
            <Against items={against} view={view} />
          </div>
        )}
      </div>
    </li>
  );
}

/** The sources that contradict a claim, and their values. */
function Against({ items, view }: { items: readonly Evidence[]; view: SourceView }) {
  const text = useText();
  return (
    <ul>
      {items.map(({ claim, date }) => (
        <li key={claim.id}>
          {text.t.rich("sources.uses.against", {
            publisher: view.sources.get(claim.sourceId)?.publisher ?? claim.sourceId,
            value: claimedValue(text, claim.field, claim.value),
            date: text.partialDate(date),
            source: (chunks) => (
              <Anchor className="link" href={sourcePath(claim.sourceId, view.moment)}>
                {chunks}
              </Anchor>
            ),
          })}
        </li>
      ))}
    </ul>
  );
}

/** A value of a claim. Null: the source says that it is not known. */
function claimedValue(text: Text, field: FieldKey, value: FieldValue): string {
  return value === null ? text.t("ledger.claim.notKnown") : text.value(field, value);
}

function SourceEvents({ view: { events, zones, moment } }: { view: SourceView }) {
  const text = useText();
  if (events.length === 0) return null;
  return (
    <Section id="events" size="large" title={text.t("sources.uses.events")} className="mb-10">
      <ol>
        {events.map((event) => (
          <li
            key={event.id}
            className="grid grid-cols-[minmax(0,1fr)] gap-x-6 border-line border-t py-1.5 wrap-anywhere sm:grid-cols-[6rem_6rem_minmax(0,1fr)]"
          >
            <time dateTime={event.date} className="tabular">
              {text.partialDate(event.date)}
            </time>
            <span className="text-12 text-ink-3">
              {upperFirst(text, text.t(`ledger.eventKind.${event.kind}`))}
            </span>
            <div>
              <p>
                <Original>
                  <b>{endSentence(event.title)}</b> <span className="text-ink-2">{event.body}</span>
                </Original>
              </p>
              <QuotedWords quotation={event.quotation} />
              <p className="flex flex-wrap gap-x-3 text-12">
                {event.zones.map((slug) => (
                  <Anchor
                    key={slug}
                    className="link inline-flex min-h-6 items-center"
                    href={`/zones/${slug}${toSearch(moment)}#events`}
                  >
                    {shortenZoneName(zones.get(slug) ?? slug)}
                  </Anchor>
                ))}
              </p>
            </div>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function SourceFigures({ view: { figures } }: { view: SourceView }) {
  const text = useText();
  if (figures.length === 0) return null;
  return (
    <Section id="figures" size="large" title={text.t("sources.uses.figures")} className="mb-10">
      <ul>
        {figures.map(({ key, label, value, unit, period, sourceNote, quotation }) => (
          <li
            key={key}
            className="grid grid-cols-[minmax(0,1fr)] gap-x-6 border-line border-t py-1.5 wrap-anywhere sm:grid-cols-[minmax(0,1fr)_minmax(0,14rem)_8rem]"
          >
            <div>
              {text.translatedFigure(label) ?? <Original>{label}</Original>}
              {sourceNote ? (
                <p className="text-12 text-ink-2">
                  <Original>{sourceNote}</Original>
                </p>
              ) : null}
              <QuotedWords quotation={quotation} />
            </div>
            <p className="tabular">
              <b>{formatFigure(text, { value, unit })}</b>
            </p>
            <p className="tabular text-12 text-ink-2">{formatPeriod(text, period)}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
