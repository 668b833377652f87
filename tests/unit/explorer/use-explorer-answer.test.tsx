// @vitest-environment happy-dom
import { act } from "react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { DEFAULT_COLUMNS } from "@/components/features/explorer/columns";
import { buildFirstAnswer } from "@/components/features/explorer/explorer-answer";
import {
  type AnswerSources,
  useExplorerAnswer,
} from "@/components/features/explorer/use-explorer-answer";
import { RowsProvider } from "@/components/query-bar/rows-provider";
import { packRow, type ZoneRow } from "@/lib/evidence/row";
import { DEFAULT_QUERY, type Query } from "@/lib/query/query";
import { englishText } from "@/lib/text/english-text";
import { renderHook } from "@/tests/support/render-hook";
import { WithText } from "@/tests/support/with-text";
import { zone } from "./rows";

describe("the answer of the explorer", () => {
  const TODAY = "2026-11-25";
  const rows = [zone("a"), zone("b")];
  const build = (query: Query) =>
    buildFirstAnswer(englishText, rows, query, TODAY, { columns: DEFAULT_COLUMNS });
  const sources: AnswerSources = {
    ...{ first: build(DEFAULT_QUERY), firstQuery: DEFAULT_QUERY },
    served: { asOf: TODAY, revision: 1, knownOn: "r1" },
    ...{ wanted: null, today: TODAY, latest: 1, ahead: null },
  };

  const requests: string[] = [];
  let answers: Record<string, () => Response> = {};
  const rowsOf = (data: readonly ZoneRow[], asOf: string, version: number) => () =>
    Response.json({ data: data.map(packRow), meta: { asOf, version, knownOn: `r${version}` } });

  beforeEach(() => {
    requests.length = 0;
    answers = {
      "/api/v1/rows?knownOn=r1": rowsOf(rows, TODAY, 1),
      "/api/v1/rows?asOf=2019-01-01&knownOn=r1": rowsOf([zone("a")], "2019-01-01", 1),
    };
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
  let now: AnswerSources;
  let hook: ReturnType<typeof render>;
  function render(part: Partial<AnswerSources> = {}, chosen: Partial<Query> = {}) {
    query = { ...DEFAULT_QUERY, ...chosen };
    now = { ...sources, ...part };
    return renderHook(
      () => useExplorerAnswer(query, now),
      (child) => (
        <WithText>
          <RowsProvider>{child}</RowsProvider>
        </WithText>
      ),
    );
  }
  const change = (part: Partial<Query>) => {
    query = { ...query, ...part };
    hook.rerender();
  };
  const slugs = () => hook.current.answer.rows.map(({ slug }) => slug);
  const settle = (check: () => void) =>
    vi.waitFor(
      async () => {
        await act(() => new Promise<void>((done) => setTimeout(done)));
        check();
      },
      { timeout: 5_000 },
    );
  const loadToday = () => settle(() => expect(hook.current.answer.isFirst).toBe(false));

  test("is the server's until the rows of its revision are loaded, which needs one request", async () => {
    hook = render();
    expect(hook.current).toMatchObject({ loading: false, failure: null, moment: null });
    expect(hook.current.answer).toMatchObject({ isFirst: true, found: 2 });
    await loadToday();
    expect(hook.current.moment).toMatchObject({ asOf: TODAY, revision: 1 });
    change({ zones: ["b"] });
    expect(slugs()).toEqual(["b"]);
    expect(requests).toEqual(["/api/v1/rows?knownOn=r1"]);
  });

  test("stays the server's, as loading, where the query changes before the rows are there", async () => {
    hook = render();
    change({ zones: ["b"] });
    expect(hook.current).toMatchObject({ loading: true, answer: { isFirst: true, found: 2 } });
    await loadToday();
    expect(slugs()).toEqual(["b"]);
    expect(hook.current.loading).toBe(false);
  });

  test("of another day loads while the last rows stay", async () => {
    hook = render();
    await loadToday();
    change({ asOf: "2019-01-01" });
    expect(hook.current).toMatchObject({ loading: true, shown: { asOf: TODAY } });
    expect(slugs()).toEqual(["a", "b"]);
    await settle(() => expect(hook.current.loading).toBe(false));
    expect(hook.current.shown).toMatchObject({ asOf: "2019-01-01", revision: 1 });
    expect(slugs()).toEqual(["a"]);
  });

  test("that fails to load leaves the last rows with a reason, and loads when retried", async () => {
    hook = render();
    await loadToday();
    const past = "/api/v1/rows?asOf=2019-01-01&knownOn=r1";
    const answer = answers[past];
    delete answers[past];
    change({ asOf: "2019-01-01" });
    await settle(() => expect(hook.current.failure).toBe("no connection"));
    expect(hook.current).toMatchObject({ loading: false, shown: { asOf: TODAY } });
    if (answer) answers[past] = answer;
    await act(async () => hook.current.retry());
    await settle(() => expect(slugs()).toEqual(["a"]));
    expect(hook.current.failure).toBeNull();
  });

  test("of a later revision of the same day loads without a notice", async () => {
    answers["/api/v1/rows?knownOn=r2"] = rowsOf([zone("c")], TODAY, 2);
    hook = render();
    await loadToday();
    now = { ...now, wanted: 2 };
    hook.rerender();
    expect(hook.current).toMatchObject({ loading: false, answer: { isFirst: false } });
    await settle(() => expect(slugs()).toEqual(["c"]));
    now = { ...now, wanted: 3 };
    hook.rerender();
    await settle(() => expect(hook.current.failure).toBe("no connection"));
    expect(slugs()).toEqual(["c"]);
  });

  test("at a fixed revision ignores later ones", async () => {
    const fixed = { ...DEFAULT_QUERY, knownOn: "r1" };
    hook = render({ first: build(fixed), firstQuery: fixed, wanted: 2, latest: 2 }, fixed);
    await loadToday();
    expect(requests).toEqual(["/api/v1/rows?knownOn=r1"]);
  });

  test("is loaded for one day after the other, and ahead for the next one", async () => {
    answers["/api/v1/rows?asOf=2018-12-01&knownOn=r1"] = rowsOf([zone("b")], "2018-12-01", 1);
    hook = render();
    await loadToday();
    change({ asOf: "2018-11-01" });
    change({ asOf: "2018-12-01" });
    change({ asOf: "2019-01-01" });
    await settle(() => expect(slugs()).toEqual(["a"]));
    expect(requests.some((address) => address.includes("2018-12-01"))).toBe(false);
    now = { ...now, ahead: "2018-12-01" };
    hook.rerender();
    await settle(() => expect(requests.at(-1)).toContain("2018-12-01"));
    const { length } = requests;
    change({ asOf: "2018-12-01" });
    await settle(() => expect(slugs()).toEqual(["b"]));
    expect(requests).toHaveLength(length);
  });
});
