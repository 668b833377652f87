import { ClaimDetails } from "@/components/evidence/claim-details";
import { SourceReference } from "@/components/evidence/source-reference";
import { Anchor, PageForm } from "@/components/layout/link";
import { ListPageLinks, ListRange } from "@/components/layout/list-pages";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { FilterSelect } from "@/components/ui/filter-field";
import { Notice } from "@/components/ui/notice";
import { Original } from "@/components/ui/original";
import { fieldSpec } from "@/lib/catalogue/fields";
import type { GroupKey } from "@/lib/catalogue/groups";
import {
  filterLines,
  type Judgement,
  LEDGER_FILTERS,
  type LedgerFilterKey,
  type LedgerLine,
  type LedgerOption,
  type LedgerQuery,
  listOptions,
} from "@/lib/evidence/ledger-lines";
import type { Evidence } from "@/lib/evidence/resolve";
import { getListPage, type ListParams } from "@/lib/query/list-page";
import { describeOrigin } from "@/lib/text/evidence-summary";
import { upperFirst } from "@/lib/text/first-letter";
import { describeRevision } from "@/lib/text/revision-words";
import type { Text } from "@/lib/text/text";
import { useText } from "@/lib/text/use-text";

interface LedgerPageProps {
  /** Name of the zone. */
  name: string;
  /** Address of the page with the same evidence fact by fact, at the same date and revision. */
  byFactPath: string;
  path: string;
  lines: readonly LedgerLine[];
  query: LedgerQuery;
  /** Which page of the list the address names. */
  listed: ListParams;
  /** The date and revision as in the address, which the filters keep. */
  moment: readonly (readonly [name: string, value: string])[];
  /** The address without filters. */
  cleared: string;
}

/** Every claim on a zone and its firms, newest first; the values of withdrawn and unused ones are crossed out. */
export function LedgerPage(props: LedgerPageProps) {
  const { name, byFactPath, path, lines, query, listed, moment } = props;
  const { t, number } = useText();
  const shown = filterLines(lines, query);
  const list = getListPage(shown, listed, ({ evidence }, id) => getClaimAnchor(evidence) === id);
  const pages = { list, path, kept: [...Object.entries(query), ...moment] };
  const ignored = LEDGER_FILTERS.flatMap((key) => {
    const value = query[key];
    const exists = listOptions(lines, key, query).some((option) => option.value === value);
    return value === undefined || exists ? [] : [{ key, value }];
  });
  return (
    <>
      <h1 data-small className="page-title">
        {t("zones.ledger.heading", { zone: name })}
      </h1>
      <p className="mt-2 mb-5 max-w-[68ch]">
        {t("zones.ledger.intro")}{" "}
        <Anchor className="link" href={byFactPath}>
          {t("zones.ledger.byFact")}
        </Anchor>
      </p>
      <LedgerForm {...props} />
      {ignored.map(({ key, value }) => (
        <Notice key={key} tone="amber" className="mb-3">
          {t.rich(`zones.ledger.ignored.${key}`, { value, code: (words) => <code>{words}</code> })}
        </Notice>
      ))}
      <div className="mb-1 flex flex-wrap items-baseline gap-x-3">
        <p role="status" className="text-12 text-ink-2">
          {t("zones.ledger.count", {
            filter: shown.length === lines.length ? "all" : "some",
            shown: number(shown.length),
            total: lines.length,
            withdrawn: shown.filter(({ standing }) => standing === "retracted").length,
          })}
        </p>
        <ListRange {...pages} />
      </div>
      <ol>
        {list.items.map((line) => (
          <LedgerLineView key={line.evidence.claim.id} line={line} moment={moment} />
        ))}
      </ol>
      <ListPageLinks {...pages} label={t("zones.path.newestFirst")} />
      {shown.length === 0 ? <p className="py-4 text-ink-2">{t("zones.ledger.none")}</p> : null}
    </>
  );
}

const LABELS = {
  field: { label: "zones.ledger.field", all: "zones.ledger.allFields" },
  source: { label: "zones.ledger.source", all: "zones.ledger.allSources" },
  origin: { label: "zones.ledger.origin", all: "zones.ledger.allOrigins" },
} as const satisfies Record<LedgerFilterKey, { label: string; all: string }>;

/** Filters the claims by field, source and origin. A plain form: its answer is a link of its own. */
function LedgerForm({ path, lines, query, moment, cleared }: LedgerPageProps) {
  const { t } = useText();
  return (
    <PageForm action={path} className="no-print mb-4 flex flex-wrap items-end gap-3">
      {moment.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {LEDGER_FILTERS.map((key) => (
        <FilterSelect
          // A new element for another address, since React keeps what the reader chose.
          key={`${key} ${query[key]}`}
          label={t(LABELS[key].label)}
          className="w-full sm:w-60"
          name={key}
          value={query[key] ?? ""}
          all={t(LABELS[key].all)}
        >
          <Options filter={key} options={listOptions(lines, key, query)} />
        </FilterSelect>
      ))}
      <Button type="submit" className="h-(--field)">
        {t("zones.ledger.filter")}
      </Button>
      {Object.keys(query).length === 0 ? null : (
        <Anchor className="link inline-flex min-h-(--field) items-center" href={cleared}>
          {t("zones.ledger.clear")}
        </Anchor>
      )}
    </PageForm>
  );
}

interface OptionsProps {
  filter: LedgerFilterKey;
  options: readonly LedgerOption[];
}

/** The options of a filter by their labels; fields under the heading of their group. */
function Options({ filter, options }: OptionsProps) {
  const text = useText();
  const labelled = options
    .map(({ value, line, count }) => {
      const label = getLabel(text, line, filter);
      return {
        value,
        label,
        words: text.t("zones.ledger.option", { label, count: text.number(count) }),
        group: filter === "field" ? fieldSpec(line.evidence.claim.field).group : null,
      };
    })
    .sort((a, b) => a.label.localeCompare(b.label, text.locale));
  const listItems = (group: GroupKey | null) =>
    labelled
      .filter((option) => option.group === group)
      .map(({ value, words }) => (
        <option key={value} value={value}>
          {words}
        </option>
      ));
  return [...new Set(labelled.map(({ group }) => group))].map((group) =>
    group === null ? (
      listItems(null)
    ) : (
      <optgroup key={group} label={text.groupLabel(group)}>
        {listItems(group)}
      </optgroup>
    ),
  );
}

function getLabel(text: Text, { evidence, source }: LedgerLine, filter: LedgerFilterKey): string {
  const { claim } = evidence;
  switch (filter) {
    case "field":
      return text.fieldLabel(claim.field);
    case "source":
      return source
        ? text.t("zones.ledger.sourceName", { publisher: source.publisher, title: source.title })
        : claim.sourceId;
    case "origin":
      return text.t(`ledger.claim.origin.${claim.origin}`);
  }
}

/** The HTML id of a claim in the list. */
function getClaimAnchor({ claim }: Evidence): string {
  return `claim-${claim.id}`;
}

interface LedgerLineViewProps {
  line: LedgerLine;
  /** The date and revision of the page, as in its address. */
  moment: readonly (readonly [string, string])[];
}

/** One claim of the ledger: date, field, value, source, and every decision on it. */
function LedgerLineView({ line, moment }: LedgerLineViewProps) {
  const { evidence, tenancy, standing, contradicts, revision, source } = line;
  const { claim, date } = evidence;
  const text = useText();
  const { t } = text;
  const field = text.fieldLabel(claim.field);
  const meaning = text.levelMeaning(claim.field, claim.value);
  const struck = standing === "retracted" || standing === "deprecated";
  const disputes = standing === "live" && contradicts;
  const Value = struck ? "s" : "b";
  return (
    <li
      id={getClaimAnchor(evidence)}
      className="grid scroll-mt-4 gap-x-6 gap-y-1 break-inside-avoid border-line border-t py-2.5 target:bg-accent-wash md:grid-cols-[5.5rem_minmax(0,10rem)_minmax(0,1fr)] lg:grid-cols-[6rem_minmax(0,14rem)_minmax(0,1fr)]"
    >
      <p className="tabular">
        <time dateTime={date}>{text.partialDate(date)}</time>
        {claim.asOf === null ? (
          <span className="block text-12 text-ink-3">{t("ledger.line.sourceDate")}</span>
        ) : null}
      </p>
      <p>
        {tenancy === null ? field : t("common.firmField", { firm: tenancy.firm, field })}
        <span className="block text-12 text-ink-3">
          {describeOrigin(text, claim)} · {t(`ledger.claim.confidence.${claim.confidence}`)}
        </span>
      </p>
      <div className="min-w-0 break-words">
        <p>
          <Value className={cx(claim.value === null && "unknown", struck && "text-ink-2")}>
            {claim.value === null
              ? t("ledger.claim.notKnown")
              : upperFirst(text, text.value(claim.field, claim.value))}
          </Value>{" "}
          <span className={cx("text-12", disputes ? "disputed" : "text-ink-3")}>
            {disputes ? t("ledger.claim.contradicts") : t(`ledger.claim.standing.${standing}`)}
          </span>
        </p>
        {meaning === null ? null : <p>{meaning}</p>}
        {claim.note === null ? null : (
          <p className="mt-0.5">
            <Original>{claim.note}</Original>
          </p>
        )}
        <ClaimDetails claim={claim} />
        <p className="text-12">
          <SourceReference id={claim.sourceId} source={source} moment={moment} />
          {claim.locator === null
            ? null
            : ` ${t("ledger.claim.locator", { locator: claim.locator })}`}
        </p>
        <ul className="text-12 text-ink-3">
          <li>{t("ledger.line.recorded", describeRevision(text, claim.revision, revision))}</li>
          {line.judgements
            .filter((judgement) => !isPlainPublication(judgement, claim.revision))
            .map(({ decision, revision: decided }) => (
              <li key={decision.sequence}>
                {t("ledger.line.decision", {
                  ...describeRevision(text, decision.revision, decided),
                  kind: decision.kind,
                  explained: decision.reason ? "yes" : "no",
                  reason: decision.reason ?? "",
                })}
              </li>
            ))}
        </ul>
      </div>
    </li>
  );
}

/** Every claim is published; only a later publication, or one with a reason, is worth a line. */
function isPlainPublication({ decision }: Judgement, recordedIn: number): boolean {
  return (
    decision.kind === "published" && decision.revision === recordedIn && decision.reason === null
  );
}
