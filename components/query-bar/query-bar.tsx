import type { Route } from "next";
import { Link } from "@/components/layout/link";
import { MomentBanner } from "@/components/time/moment-banner";
import { PageTimeBar } from "@/components/time/page-time-bar";
import { CloseIcon } from "@/components/ui/icons";
import { listActiveConditions, withoutCondition, withoutConditions } from "@/lib/query/query-edits";
import { describeCondition, scopeLabel, scopeRule, type ZoneNames } from "@/lib/text/query-words";
import { useText } from "@/lib/text/use-text";
import "./query-bar.css";
import type { Query } from "@/lib/query/query";
import { SCOPES, type Scope } from "@/lib/query/scope";
import { toSearch } from "@/lib/query/search-string";
import { writeQuery } from "@/lib/query/write-query";
import type { Day } from "@/lib/time/day";
import type { PackedDays } from "@/lib/time/packed-days";
import { QueryFilter } from "./query-filter";
import { SameZones } from "./same-zones";

/** What the bar shows; a page passes the answer of `loadQueryResult` as `data`. */
export interface QueryBarProps {
  /** The page's path. */
  path: string;
  data: {
    readonly query: Query;
    readonly view: {
      readonly asOf: Day;
      readonly revision: number;
      readonly current: boolean;
      readonly registry: { readonly knownOn: string };
    };
    readonly rows: { readonly length: number };
    readonly total: number;
    readonly scopes: Readonly<Record<Scope, number>>;
    readonly own: readonly (readonly [string, string])[];
    readonly today: Day;
    readonly latest: number;
    readonly quarters: readonly number[];
    readonly changeDates: PackedDays;
  };
  names: ZoneNames;
}

/**
 * Which zones and which day: the explorer's query on a page that answers it in its own way. Each state
 * has an address; only the sheet of filters and the time slider need a script.
 */
export function QueryBar({ path, data, names }: QueryBarProps) {
  const text = useText();
  const { query, view, scopes, own } = data;
  const addressOf = (next: Query) => (path + toSearch([...writeQuery(next), ...own])) as Route;
  const conditions = listActiveConditions(query);
  const today = { ...query, asOf: null, knownOn: null };
  return (
    <div className="mb-6 grid gap-3">
      <p className="hidden print:block">
        {scopeLabel(text, query.scope, view.asOf)} <b>{text.number(scopes[query.scope])}</b>
        {conditions.map((key) => ` · ${describeCondition(text, query, key, names)}`)}
        {" · "}
        {text.t.rich("time.asOfDay", {
          day: text.day(view.asOf),
          b: (chunks) => <b>{chunks}</b>,
        })}
      </p>
      <div className="no-print flex flex-wrap items-center gap-x-2 gap-y-2 sm:gap-x-4">
        <PageTimeBar
          moment={{ asOf: query.asOf, knownOn: query.knownOn }}
          today={data.today}
          revision={view.registry.knownOn}
          quarters={data.quarters}
          changeDates={data.changeDates}
          words={text.t("common.count.zones", { count: data.rows.length })}
          path={path}
          others={[...writeQuery(today), ...own]}
          scope={
            <span>
              {scopeLabel(text, query.scope, view.asOf)}{" "}
              <b className="tabular">{text.number(scopes[query.scope])}</b> ·
            </span>
          }
        >
          <nav
            aria-label={text.t("query.bar.scopes")}
            className="scope-links not-noscript:group-not-data-open/time:hidden"
          >
            {SCOPES.map((scope) => (
              <Link
                key={scope}
                href={addressOf({ ...query, scope })}
                scroll={false}
                prefetch={false}
                title={scopeRule(text, scope, view.asOf)}
                aria-current={scope === query.scope ? "true" : undefined}
                className="scope-link"
              >
                {scopeLabel(text, scope, view.asOf)}{" "}
                <b className="tabular">{text.number(scopes[scope])}</b>
              </Link>
            ))}
          </nav>
        </PageTimeBar>
        <QueryFilter query={query} path={path} own={own} />
        {conditions.map((key) => {
          const words = describeCondition(text, query, key, names);
          return (
            <Link
              key={key}
              href={addressOf(withoutCondition(query, key))}
              scroll={false}
              prefetch={false}
              aria-label={text.t("query.bar.remove", { filter: words })}
              className="filter-chip"
            >
              {words}
              <CloseIcon />
            </Link>
          );
        })}
        {conditions.length > 0 ? (
          <Link
            href={addressOf(withoutConditions(query))}
            scroll={false}
            prefetch={false}
            className="link inline-flex min-h-6 items-center text-12"
          >
            {text.t("query.bar.clear")}
          </Link>
        ) : null}
        {conditions.length > 0 ? <SameZones query={query} path={path} /> : null}
      </div>
      {view.current ? null : (
        <MomentBanner
          asOf={view.asOf}
          knownOn={view.revision}
          version={data.latest}
          pinned={query.knownOn !== null}
          today={addressOf(today)}
        />
      )}
    </div>
  );
}
