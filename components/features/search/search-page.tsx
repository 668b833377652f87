import { Anchor, PageForm } from "@/components/layout/link";
import { PageTitle } from "@/components/layout/reading-page";
import { SearchHit } from "@/components/layout/search-hit";
import { Section } from "@/components/layout/section";
import { Button, buttonClass } from "@/components/ui/button";
import { fieldClass } from "@/components/ui/field-class";
import type { FoundAnswer, HitAnswer } from "@/lib/contract/answer-schemas";
import { foundAnswer, hitAnswer } from "@/lib/contract/search-answer";
import { SEARCH_KINDS, type SearchKind, type SearchResult } from "@/lib/query/search-index";
import { toSearch } from "@/lib/query/search-string";
import { useText } from "@/lib/text/use-text";

/** What the address of the page asks for. */
export interface SearchAddress {
  /** Empty: nothing yet. */
  readonly q: string;
  /** The only kind to list; null: all. */
  readonly kind: SearchKind | null;
  /** The moment's parameters. */
  readonly moment: readonly (readonly [string, string])[];
}

/** The most results of one kind while all kinds are listed. */
const MOST = 10;

/** The address of the page for a search. */
export function searchPath({ q, kind, moment }: SearchAddress): string {
  const own: [string, string][] = [
    ["q", q],
    ...(kind === null ? [] : [["kind", kind] as [string, string]]),
  ];
  return `/search${toSearch([...(q === "" ? [] : own), ...moment])}`;
}

interface SearchPageProps {
  address: SearchAddress;
  /** Null where nothing was asked for. */
  result: SearchResult | null;
}

/** A form, and what its words find by kind. Works without scripts. */
export function SearchPage({ address, result }: SearchPageProps) {
  const { t } = useText();
  const { q } = address;
  const count = result === null ? 0 : Object.values(result.counts).reduce((sum, n) => sum + n, 0);
  return (
    <>
      <PageTitle
        title={
          result === null
            ? t("search.meta.title")
            : t(count === 0 ? "search.page.none" : "search.page.answer", { q, count })
        }
        small
        className="mb-5 [overflow-wrap:anywhere]"
      />
      <SearchForm address={address} />
      {result === null ? null : count === 0 ? (
        <Nothing nearest={result.nearest} moment={address.moment} />
      ) : (
        <>
          <KindLinks address={address} counts={result.counts} />
          <Results address={address} result={result} />
        </>
      )}
    </>
  );
}

function SearchForm({ address: { q, moment } }: { address: SearchAddress }) {
  const { t } = useText();
  return (
    <PageForm action="/search" className="no-print mb-5 grid max-w-[40rem] gap-1">
      {moment.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label htmlFor="search-words" className="font-medium text-12">
        {t("search.page.label")}
      </label>
      <div className="flex gap-2">
        <input
          id="search-words"
          type="search"
          name="q"
          defaultValue={q}
          maxLength={200}
          aria-describedby="search-hint"
          className={fieldClass()}
        />
        <Button type="submit" variant="main" className="h-(--field)">
          {t("search.page.submit")}
        </Button>
      </div>
      <p id="search-hint" className="text-12 text-ink-2">
        {t("search.page.hint")}
      </p>
    </PageForm>
  );
}

interface KindLinksProps {
  address: SearchAddress;
  counts: SearchResult["counts"];
}

function KindLinks({ address, counts }: KindLinksProps) {
  const { t, number } = useText();
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const found = SEARCH_KINDS.filter((kind) => counts[kind] > 0);
  const links = [
    { kind: null, label: t("search.page.allKinds"), count: total },
    ...found.map((kind) => ({
      kind,
      label: t(`layout.search.kinds.${kind}`),
      count: counts[kind],
    })),
  ];
  return (
    <nav aria-label={t("search.page.kinds")} className="no-print mb-6">
      <ul className="flex flex-wrap gap-2">
        {links.map(({ kind, label, count }) => (
          <li key={label}>
            <Anchor
              href={searchPath({ ...address, kind })}
              aria-current={kind === address.kind ? "page" : undefined}
              className={buttonClass(
                "plain",
                "aria-[current]:bg-accent-wash aria-[current]:text-accent",
              )}
            >
              {t("search.page.kind", { kind: label, count: number(count) })}
            </Anchor>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The results of each kind, the kind of the best first. */
function Results({
  address,
  result: { hits, counts },
}: {
  address: SearchAddress;
  result: SearchResult;
}) {
  const { t, number } = useText();
  const kinds = [...new Set(hits.map(({ entry }) => entry.kind))].filter(
    (kind) => address.kind === null || kind === address.kind,
  );
  return (
    <div className="grid max-w-[48rem] gap-8">
      {kinds.map((kind) => {
        const own = hits.filter(({ entry }) => entry.kind === kind);
        const listed = address.kind === null ? own.slice(0, MOST) : own;
        const more = {
          href: searchPath({ ...address, kind }),
          label: t("search.page.more", { count: number(counts[kind]) }),
        };
        return (
          <Section
            key={kind}
            id={kind}
            title={t(`layout.search.kinds.${kind}`)}
            note={t("layout.search.found", { count: counts[kind] })}
            more={listed.length < own.length ? more : undefined}
          >
            <HitList hits={listed.map((hit) => hitAnswer(hit, address.moment))} />
          </Section>
        );
      })}
    </div>
  );
}

function HitList({ hits }: { hits: readonly (FoundAnswer & Partial<HitAnswer>)[] }) {
  return (
    <ul>
      {hits.map((hit) => (
        <li key={hit.path} className="break-inside-avoid border-line border-t">
          <Anchor
            href={hit.path}
            className="block py-2 text-15 hover:bg-accent-wash [&>:first-child]:text-accent [&_mark]:bg-transparent [&_mark]:underline"
          >
            <SearchHit {...hit} />
          </Anchor>
        </li>
      ))}
    </ul>
  );
}

interface NothingProps {
  nearest: SearchResult["nearest"];
  moment: SearchAddress["moment"];
}

/** Where nothing was found: what to try, and similar names. */
function Nothing({ nearest, moment }: NothingProps) {
  const { t } = useText();
  return (
    <div className="grid max-w-[48rem] gap-6">
      <p className="text-15">{t("layout.search.tips")}</p>
      {nearest.length === 0 ? null : (
        <Section id="similar" title={t("layout.search.similar")}>
          <HitList hits={nearest.map((entry) => foundAnswer(entry, moment))} />
        </Section>
      )}
    </div>
  );
}
