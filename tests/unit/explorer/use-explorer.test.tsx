// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, type ReactNode } from "react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  type RowSources,
  useExplorerAddress,
  useExplorerRows,
} from "@/components/features/explorer/use-explorer";
import { historyAnswer } from "@/lib/contract/history-answer";
import { buildRegistry, indexEvidence } from "@/lib/evidence/registry";
import { buildRow, packRow } from "@/lib/evidence/row";
import { DEFAULT_QUERY, type Query } from "@/lib/query/query";
import { withChoice } from "@/lib/query/query-edits";
import { renderHook } from "@/tests/support/render-hook";
import { seedFacts } from "@/tests/support/seed-facts";
import { WithText } from "@/tests/support/with-text";
import { anyOf, ask, zone } from "./rows";

vi.mock("next/navigation", () => ({ useSearchParams: () => new URLSearchParams() }));

/** Another address, as the back button or a link gives it. */
function goTo(search: string) {
  window.history.replaceState(null, "", `/${search}`);
  window.dispatchEvent(new PopStateEvent("popstate"));
}

describe("the explorer's address", () => {
  const context = { openTerms: {}, zoneSlugs: ["hub-sez"] };
  const render = () =>
    renderHook(
      () => useExplorerAddress("", context),
      (child) => <WithText>{child}</WithText>,
    );
  let hook: ReturnType<typeof render>;

  beforeEach(() => goTo(""));
  afterEach(() => hook.unmount());

  test("gives the query and the view", () => {
    goTo("?province=sindh&density=compact&selected=hub-sez");
    hook = render();
    const { query, view } = hook.current.state;
    expect(query).toEqual(ask({ filters: { province: anyOf("sindh") } }));
    expect(view).toMatchObject({ density: "compact", selected: ["hub-sez"] });
    expect(hook.current.problems).toEqual([]);
  });

  test("keeps the default where a parameter cannot be read, and reports it", () => {
    goTo("?province=atlantis&density=tight&scope=all");
    hook = render();
    expect(hook.current.state.query).toEqual(ask({ scope: "all" }));
    expect(hook.current.state.view.density).toBe("dated");
    expect(hook.current.problems.map(({ param }) => param)).toEqual(["province", "density"]);
  });

  test("keeps both of two changes in one event", () => {
    hook = render();
    const { changeQuery, changeView } = hook.current;
    act(() => {
      changeQuery((query) => withChoice(query, "province", anyOf("sindh")));
      changeQuery((query) => ({ ...query, scope: "all" }));
      changeView((view) => ({ ...view, density: "compact" }));
    });
    expect(hook.current.search).toBe("?scope=all&province=sindh&density=compact");
    expect(window.location.search).toBe(hook.current.search);
    expect(hook.current.state.query.scope).toBe("all");
    expect(hook.current.state.view.density).toBe("compact");
  });

  test("changes the state of the address that the back button brought", () => {
    hook = render();
    const { changeView } = hook.current;
    act(() => goTo("?province=punjab"));
    expect(hook.current.state.query.filters).toEqual({ province: anyOf("punjab") });
    act(() => changeView((view) => ({ ...view, density: "compact" })));
    expect(hook.current.search).toBe("?province=punjab&density=compact");
  });

  test("gives the same functions on every render", () => {
    hook = render();
    const { changeQuery, changeView } = hook.current;
    act(() => changeQuery((query) => ({ ...query, scope: "all" })));
    expect(hook.current.changeQuery).toBe(changeQuery);
    expect(hook.current.changeView).toBe(changeView);
  });
});

describe("the rows of a moment", () => {
  const TODAY = "2026-11-25";
  const today = { rows: [zone("a"), zone("b")], asOf: TODAY, revision: 1, knownOn: "r1" };
  const past = { rows: [zone("a")], asOf: "2019-01-01", revision: 1, knownOn: "r1" };
  const sources: RowSources = {
    served: today,
    servedFor: { asOf: null, knownOn: null },
    wanted: null,
    today: TODAY,
    latest: 1,
    moves: false,
  };

  const requests: string[] = [];
  let answers: Record<string, () => Response> = {};
  const json = (data: unknown, meta: object) => () =>
    new Response(JSON.stringify({ data, meta }), { status: 200 });
  const rowsOf = ({ rows, asOf, revision }: typeof today) =>
    json(rows.map(packRow), { asOf, version: revision });

  beforeEach(() => {
    requests.length = 0;
    answers = {};
    vi.stubGlobal("fetch", async (address: string) => {
      requests.push(address);
      const answer = answers[address];
      if (!answer) throw new TypeError("no connection");
      return answer();
    });
  });
  afterEach(() => {
    hook.unmount();
    vi.unstubAllGlobals();
  });

  let query: Query;
  let now: RowSources;
  let hook: ReturnType<typeof render>;
  function render(first: Partial<Query> = {}, of: Partial<RowSources> = {}) {
    query = { ...DEFAULT_QUERY, ...first };
    now = { ...sources, ...of };
    const client = new QueryClient({ defaultOptions: { queries: { retryDelay: 0 } } });
    return renderHook(
      () => useExplorerRows(query, now),
      (child: ReactNode) => <QueryClientProvider client={client}>{child}</QueryClientProvider>,
    );
  }
  const slugs = () => hook.current.answer.rows.map(({ slug }) => slug);
  const settle = (check: () => void) => vi.waitFor(() => act(async () => check()));

  test("of the served moment need no request", () => {
    hook = render();
    expect(hook.current).toMatchObject({ moment: today, loading: false, failure: null });
    expect(slugs()).toEqual(["a", "b"]);
    expect(requests).toEqual([]);
  });

  test("answer the query without a request where only its filters change", () => {
    hook = render();
    query = { ...query, zones: ["b"] };
    hook.rerender();
    expect(slugs()).toEqual(["b"]);
    expect(requests).toEqual([]);
  });

  test("of another day load while the last rows stay", async () => {
    answers["/api/v1/rows?asOf=2019-01-01"] = rowsOf(past);
    hook = render();
    query = { ...query, asOf: "2019-01-01" };
    hook.rerender();
    expect(hook.current).toMatchObject({ moment: today, loading: true });
    await settle(() => expect(hook.current.loading).toBe(false));
    expect(hook.current.moment).toMatchObject({ asOf: "2019-01-01", revision: 1 });
    expect(slugs()).toEqual(["a"]);
    expect(hook.current.answer.asOf).toBe("2019-01-01");
  });

  test("that fail to load leave the last ones with a reason, and load when retried", async () => {
    hook = render();
    query = { ...query, asOf: "2019-01-01" };
    hook.rerender();
    await settle(() => expect(hook.current.failure).toBe("no connection"));
    expect(hook.current).toMatchObject({ moment: today, loading: false });
    answers["/api/v1/rows?asOf=2019-01-01"] = rowsOf(past);
    await act(async () => hook.current.retry());
    await settle(() => expect(hook.current.failure).toBeNull());
    expect(slugs()).toEqual(["a"]);
  });

  test("of a later revision of the same day load without a notice", async () => {
    answers["/api/v1/rows?minVersion=2"] = rowsOf({ ...today, rows: [zone("c")], revision: 2 });
    hook = render();
    now = { ...now, wanted: 2 };
    hook.rerender();
    expect(hook.current.loading).toBe(false);
    await settle(() => expect(hook.current.moment.revision).toBe(2));
    expect(slugs()).toEqual(["c"]);
  });

  test("at a fixed revision ignore later ones", () => {
    hook = render({ knownOn: "r1" }, { servedFor: { asOf: null, knownOn: "r1" } });
    now = { ...now, wanted: 2 };
    hook.rerender();
    expect(hook.current.moment).toBe(today);
    expect(requests).toEqual([]);
  });

  test("come from the history once the time bar is used, for any day", async () => {
    const facts = await seedFacts();
    const evidence = indexEvidence(facts);
    const rowsOn = (asOf: string) =>
      buildRegistry(facts, evidence, { asOf, revision: 1 }).zones.map(buildRow);
    answers["/api/v1/history?minVersion=1"] = json(historyAnswer({ facts, evidence }, 1), {
      version: 1,
    });
    hook = render({}, { moves: true });
    expect(hook.current.changeDates).toBeNull();
    await settle(() => expect(hook.current.changeDates).not.toBeNull());
    for (const asOf of ["2019-01-01", "2021-06-30"]) {
      query = { ...query, asOf };
      hook.rerender();
      expect(hook.current).toMatchObject({ loading: false, failure: null });
      expect(hook.current.moment.rows).toEqual(rowsOn(asOf));
    }
    expect(requests).toEqual(["/api/v1/history?minVersion=1"]);
  });
});
