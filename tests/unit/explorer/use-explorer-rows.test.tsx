// @vitest-environment happy-dom
import { act } from "react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { buildFirstPage } from "@/components/features/explorer/build-first-answer";
import { MomentQueries } from "@/components/features/explorer/moment-queries";
import { type RowSources, useExplorerRows } from "@/components/features/explorer/use-explorer-rows";
import { packRow } from "@/lib/evidence/row";
import { DEFAULT_QUERY, type Query } from "@/lib/query/query";
import { englishText } from "@/lib/text/english-text";
import { renderHook } from "@/tests/support/render-hook";
import { ask, zone } from "./rows";

const router: { refresh: () => void } = { refresh: () => {} };
vi.mock("next/navigation", () => ({ useRouter: () => router }));

describe("the rows of a moment", () => {
  const TODAY = "2026-11-25";
  const today = { rows: [zone("a"), zone("b")], asOf: TODAY, revision: 1, knownOn: "r1" };
  const past = { rows: [zone("a")], asOf: "2019-01-01", revision: 1, knownOn: "r1" };
  const sources: RowSources = {
    served: today,
    first: null,
    servedFor: { asOf: null, knownOn: null },
    wanted: null,
    today: TODAY,
    latest: 1,
    ahead: null,
  };

  const requests: string[] = [];
  let answers: Record<string, () => Response> = {};
  const json = (data: unknown, meta: object) => () =>
    new Response(JSON.stringify({ data, meta }), { status: 200 });
  const rowsOf = ({ rows, asOf, revision }: typeof today) =>
    json(rows.map(packRow), {
      asOf,
      version: revision,
      knownOn: `r${revision}`,
      total: rows.length,
    });

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
    return renderHook(
      () => useExplorerRows(query, now),
      undefined,
      ({ queries }) => (queries === null ? null : <MomentQueries {...queries} />),
    );
  }
  const slugs = () => hook.current.answer.rows.map(({ slug }) => slug);
  const settle = (check: () => void) =>
    vi.waitFor(
      async () => {
        await act(() => new Promise<void>((done) => setTimeout(done)));
        check();
      },
      { timeout: 5_000 },
    );

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
    answers["/api/v1/rows?asOf=2019-01-01&limit=1000"] = rowsOf(past);
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
    answers["/api/v1/rows?asOf=2019-01-01&limit=1000"] = rowsOf(past);
    await act(async () => hook.current.retry());
    await settle(() => expect(hook.current.failure).toBeNull());
    expect(slugs()).toEqual(["a"]);
  });

  test("of another day do not stay for those of today, which are at hand", async () => {
    answers["/api/v1/rows?asOf=2019-01-01&limit=1000"] = rowsOf(past);
    hook = render();
    query = { ...query, asOf: "2019-01-01" };
    hook.rerender();
    await settle(() => expect(hook.current.moment.asOf).toBe("2019-01-01"));
    query = { ...query, asOf: null };
    now = { ...now, wanted: 2 };
    hook.rerender();
    await settle(() => expect(hook.current.failure).toBe("no connection"));
    expect(hook.current.moment).toBe(today);
    expect(slugs()).toEqual(today.rows.map(({ slug }) => slug));
  });

  test("of a later revision of the same day load without a notice", async () => {
    answers["/api/v1/rows?knownOn=r2&limit=1000"] = rowsOf({
      ...today,
      rows: [zone("c")],
      revision: 2,
    });
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

  test("of a large registry come after a first answer of the server, without a notice", async () => {
    const [a, b] = [zone("a", { status: "operational" }), zone("b")];
    const { first, rows } = buildFirstPage(englishText, [a, b], DEFAULT_QUERY, TODAY, 1);
    const served = { ...today, rows: rows.slice(0, 1) };
    const meta = { asOf: TODAY, version: 1, knownOn: "r1", total: 2 };
    answers["/api/v1/rows?knownOn=r1&limit=1000"] = json([a, b].map(packRow), meta);
    const refresh = vi.fn();
    router.refresh = refresh;
    hook = render({}, { served, first });
    expect(hook.current).toMatchObject({ progress: 0, loading: false, answer: { found: 2 } });
    expect(hook.current.answer.headline).toBe(first.headline);
    expect(slugs()).toEqual([served.rows[0]?.slug]);
    expect(hook.current.queries?.serverAnswers).toBeNull();
    query = { ...query, zones: ["b"] };
    hook.rerender();
    // Until the rows are here, the server has to answer another query.
    expect(hook.current.queries?.serverAnswers).toBe("?zones=b");
    await settle(() => expect(hook.current.progress).toBeNull());
    expect(hook.current).toMatchObject({ loading: false, answer: { found: 1, headline: null } });
    expect(slugs()).toEqual(["b"]);
    expect(hook.current.queries?.serverAnswers).toBeNull();
    expect(requests).toEqual(["/api/v1/rows?knownOn=r1&limit=1000"]);
  });

  test("that are here stay where those of a later revision fail to load", async () => {
    answers["/api/v1/rows?knownOn=r2&limit=1000"] = rowsOf({
      ...today,
      rows: [zone("c")],
      revision: 2,
    });
    hook = render({}, { wanted: 2 });
    await settle(() => expect(slugs()).toEqual(["c"]));
    now = { ...now, wanted: 3 };
    hook.rerender();
    await settle(() => expect(hook.current.failure).toBe("no connection"));
    expect(hook.current.moment.revision).toBe(2);
    expect(slugs()).toEqual(["c"]);
  });

  describe("of a large registry", () => {
    const rows = [zone("a", { status: "operational" }), zone("b")];
    const { first, rows: firstRows } = buildFirstPage(englishText, rows, DEFAULT_QUERY, TODAY, 1);
    const large: Partial<RowSources> = { served: { ...today, rows: firstRows.slice(0, 1) }, first };
    const whole = { ...today, rows };
    const addressOf = (revision: number, asOf?: string) =>
      `/api/v1/rows?${asOf ? `asOf=${asOf}&` : ""}knownOn=r${revision}&limit=1000`;
    /** In steps, because what a step sets off is drawn after it. */
    const pass = async (ms: number) => {
      for (let left = ms; left > 0; left -= 100) await act(() => vi.advanceTimersByTimeAsync(100));
    };

    beforeEach(() => {
      vi.useFakeTimers();
      router.refresh = vi.fn();
      for (const revision of [1, 2, 3])
        answers[addressOf(revision)] = rowsOf({ ...whole, revision });
      answers[addressOf(1, "2019-01-01")] = rowsOf(past);
    });
    afterEach(() => void vi.useRealTimers());

    test("stay where those of a later revision fail to load", async () => {
      hook = render({}, large);
      await pass(1_000);
      expect(hook.current.progress).toBeNull();
      delete answers[addressOf(2)];
      now = { ...now, wanted: 2 };
      hook.rerender();
      await pass(20_000);
      expect(hook.current).toMatchObject({ failure: "no connection", progress: null });
      expect(slugs()).toEqual(["a", "b"]);
    });

    test("have the revision of the page or a later one", async () => {
      hook = render({}, { ...large, latest: 3 });
      await pass(1_000);
      expect(requests).toEqual([addressOf(3)]);
    });

    test("load for the day at which the slider stops, and not for each that it passes", async () => {
      hook = render({}, large);
      await pass(1_000);
      for (const asOf of ["2021-01-01", "2020-01-01", "2019-01-01"]) {
        query = { ...query, asOf };
        hook.rerender();
        await pass(100);
        expect(hook.current).toMatchObject({ loading: true, failure: null });
      }
      await pass(1_000);
      expect(requests).toEqual([addressOf(1), addressOf(1, "2019-01-01")]);
      expect(hook.current).toMatchObject({ loading: false, moment: { asOf: "2019-01-01" } });
    });

    test("load once for revisions that follow each other, some time after the last load", async () => {
      hook = render({}, large);
      now = { ...now, wanted: 2 };
      hook.rerender();
      await pass(1_000);
      expect(requests).toEqual([addressOf(1)]);
      expect(hook.current).toMatchObject({ progress: null, moment: { revision: 1 } });
      now = { ...now, wanted: 3 };
      hook.rerender();
      await pass(4_500);
      expect(requests).toEqual([addressOf(1), addressOf(3)]);
      expect(hook.current).toMatchObject({ loading: false, moment: { revision: 3 } });
    });

    test("of another day show as loading before any is here, and the server answers that day", async () => {
      const stop = () => new Promise<Response>(() => {});
      vi.stubGlobal("fetch", stop);
      hook = render({}, large);
      query = { ...query, asOf: "2019-01-01" };
      hook.rerender();
      expect(hook.current).toMatchObject({ loading: true, failure: null });
      expect(hook.current.queries?.serverAnswers).toBe("?asOf=2019-01-01");
      await pass(1_000);
      expect(router.refresh).toHaveBeenCalledTimes(1);
      now = {
        ...now,
        served: { ...past, rows: [] },
        servedFor: { asOf: "2019-01-01", knownOn: null },
      };
      hook.rerender();
      expect(hook.current).toMatchObject({ loading: false, answer: { asOf: "2019-01-01" } });
      expect(hook.current.queries?.serverAnswers).toBeNull();
    });

    test("find nothing only for a query that has been answered", async () => {
      const none = ask({ q: "nowhere" });
      const empty = buildFirstPage(englishText, rows, none, TODAY, 1);
      hook = render(none, { ...large, served: { ...today, rows: [] }, first: empty.first });
      expect(hook.current.foundNothing).toBe(true);
      query = ask({ q: "a" });
      hook.rerender();
      expect(hook.current).toMatchObject({ foundNothing: false, answer: { found: 0 } });
      await pass(1_000);
      expect(slugs()).toEqual(["a"]);
    });
  });

  test("of the day that is played next load ahead", async () => {
    answers["/api/v1/rows?asOf=2018-12-01&limit=1000"] = rowsOf({ ...past, asOf: "2018-12-01" });
    answers["/api/v1/rows?asOf=2019-01-01&limit=1000"] = rowsOf(past);
    hook = render({ asOf: "2018-12-01" }, { ahead: "2019-01-01" });
    await settle(() => expect(requests).toHaveLength(2));
    await settle(() => expect(hook.current.loading).toBe(false));
    query = { ...query, asOf: "2019-01-01" };
    now = { ...now, ahead: null };
    hook.rerender();
    await settle(() => expect(hook.current.moment.asOf).toBe("2019-01-01"));
    expect(requests).toHaveLength(2);
  });

  test("of the days that a drag passes load one after the other, and the last one always", async () => {
    const arrive: (() => void)[] = [];
    vi.stubGlobal("fetch", (address: string) => {
      requests.push(address);
      const asOf = /asOf=([\d-]+)/.exec(address)?.[1] ?? "";
      return new Promise((resolve) => arrive.push(() => resolve(rowsOf({ ...past, asOf })())));
    });
    hook = render({ asOf: "2019-01-01" });
    await settle(() => expect(requests).toHaveLength(1));
    for (const asOf of ["2019-01-02", "2019-01-03", "2019-01-04"]) {
      query = { ...query, asOf };
      hook.rerender();
    }
    expect(requests).toHaveLength(1);
    arrive[0]?.();
    await settle(() => expect(requests).toHaveLength(2));
    arrive[1]?.();
    await settle(() => expect(hook.current.loading).toBe(false));
    expect(hook.current.moment.asOf).toBe("2019-01-04");
    expect(requests).toHaveLength(2);
  });
});
