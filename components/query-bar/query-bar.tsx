import type { Route } from "next";
import Link from "next/link";
import { MomentBanner } from "@/components/time/moment-banner";
import { TimeOverPage } from "@/components/time/page-time-bar";
import { cx } from "@/components/ui/cx";
import { CloseIcon } from "@/components/ui/icons";
import { listActiveConditions, withoutCondition, withoutConditions } from "@/lib/query/query-edits";
import { conditionWords, type ZoneNames } from "@/lib/text/condition-words";
import { scopeLabel, scopeRule } from "@/lib/text/scope-label";
import "./query-bar.css";
import type { Query } from "@/lib/query/query";
import { SCOPES, type Scope } from "@/lib/query/scope";
import { toSearch } from "@/lib/query/search-string";
import { writeQuery } from "@/lib/query/write-query";
import type { Day } from "@/lib/time/day";
import { QueryFilter } from "./query-filter";
import { SameZones } from "./same-zones";

/** Props of the bar that says which zones and which day a page is about. */
export interface QueryBarProps {
  /** The page's path. */
  path: string;
  /** What the page was asked; as `loadQueryResult` gives it. */
  asked: {
    readonly query: Query;
    readonly view: {
      readonly asOf: Day;
      readonly revision: number;
      readonly current: boolean;
    };
    readonly rows: readonly unknown[];
    readonly total: number;
    readonly scopes: Readonly<Record<Scope, number>>;
    readonly own: readonly (readonly [string, string])[];
    readonly today: Day;
    readonly latest: number;
    readonly quarters: readonly number[];
    readonly turns: readonly Day[];
  };
  /** Names of the zones that the query may pick, by slug. */
  names: ZoneNames;
}

/**
 * Which zones, which day: the explorer's question over any page that answers it in its own way. Each
 * state has an address; only the filters' sheet and the slider need a script.
 */
export function QueryBar({ path, asked, names }: QueryBarProps) {
  const { query, view, scopes, own } = asked;
  const to = (next: Query) => (path + toSearch([...writeQuery(next), ...own])) as Route;
  const conditions = listActiveConditions(query);
  const withoutMoment = { ...query, asOf: null, knownOn: null };
  return (
    <div className="mb-6 grid gap-3">
      <div className="no-print flex flex-wrap items-center gap-x-4 gap-y-2">
        <nav aria-label="Which zones count" className="asked-scopes">
          {SCOPES.map((scope) => (
            <Link
              key={scope}
              href={to({ ...query, scope })}
              scroll={false}
              prefetch={false}
              title={scopeRule(scope, view.asOf)}
              aria-current={scope === query.scope ? "true" : undefined}
              className={cx("asked-scope", scope === query.scope && "asked-scope-chosen")}
            >
              <b className="tabular">{scopes[scope]}</b> {scopeLabel(scope, view.asOf)}
            </Link>
          ))}
        </nav>
        <QueryFilter query={query} path={path} own={own} />
        {conditions.map((key) => {
          const words = conditionWords(query, key, names);
          return (
            <Link
              key={key}
              href={to(withoutCondition(query, key))}
              scroll={false}
              prefetch={false}
              aria-label={`Take away: ${words}`}
              className="inline-flex min-h-6 max-w-full items-center gap-1 rounded-1 bg-accent-wash py-0.5 pr-1 pl-2 font-medium text-12 text-accent hover:shadow-[inset_0_0_0_1px_var(--color-accent-line)] pointer-coarse:min-h-11 pointer-coarse:px-3"
            >
              {words}
              <CloseIcon />
            </Link>
          );
        })}
        {conditions.length > 0 ? (
          <Link
            href={to(withoutConditions(query))}
            scroll={false}
            prefetch={false}
            className="link inline-flex min-h-6 items-center text-12"
          >
            Clear
          </Link>
        ) : null}
        {conditions.length > 0 ? <SameZones query={query} path={path} /> : null}
      </div>
      <div className="time-strip">
        <TimeOverPage
          asked={{ asOf: query.asOf, knownOn: query.knownOn }}
          today={asked.today}
          version={view.revision}
          quarters={asked.quarters}
          turns={asked.turns}
          words={asked.rows.length === 1 ? "1 zone" : `${asked.rows.length} zones`}
          path={path}
          others={[...writeQuery(withoutMoment), ...own]}
        />
      </div>
      {view.current ? null : (
        <MomentBanner
          asOf={view.asOf}
          knownOn={view.revision}
          version={asked.latest}
          pinned={query.knownOn !== null}
          today={to(withoutMoment)}
        />
      )}
    </div>
  );
}
