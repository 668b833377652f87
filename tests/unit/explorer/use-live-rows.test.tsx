// @vitest-environment happy-dom
import { act } from "react";
import { afterEach, describe, expect, test, vi } from "vitest";
import { useSteadyRows, useWantedRevision } from "@/components/features/explorer/use-live-rows";
import { renderHook } from "@/tests/support/render-hook";
import { ranked, zone } from "./rows";

describe("rows under a live update", () => {
  const DAY = "2026-11-25";
  const row = (slug: string, areaAcres: number) => {
    const [made] = ranked(zone(slug, { areaAcres }));
    if (!made) throw new Error("no row");
    return made;
  };
  const [a, b, c, laterA] = [row("a", 1), row("b", 2), row("c", 1), row("a", 3)];
  const moment = (revision: number, rows = [a, b], asOf = DAY) => ({
    revision,
    knownOn: `r${revision}`,
    rows,
    asOf,
  });

  let now = { rows: [b, a], moment: moment(1), search: "" };
  let hook: ReturnType<typeof render>;
  function render() {
    now = { rows: [b, a], moment: moment(1), search: "" };
    return renderHook(() => useSteadyRows(now.rows, now.moment, now.search));
  }
  const update = (next: Partial<typeof now>) => {
    now = { ...now, ...next };
    hook.rerender();
    hook.rerender();
  };
  const slugs = () => hook.current.rows.map(({ slug }) => slug);

  afterEach(() => hook.unmount());

  test("keep their order, with new rows at the end, and give the rows before and after", () => {
    hook = render();
    update({ rows: [c, laterA, b], moment: moment(2, [laterA, b, c]) });
    expect(slugs()).toEqual(["b", "a", "c"]);
    expect(hook.current.rows[1]).toBe(laterA);
    expect(hook.current.outOfOrder).toBe(true);
    expect(hook.current.update).toEqual({ before: [a, b], after: [laterA, b, c] });
    act(() => hook.current.forgetUpdate());
    expect(hook.current.update).toBeNull();
  });

  test("are sorted again on request", () => {
    hook = render();
    update({ rows: [laterA, b], moment: moment(2, [laterA, b]) });
    act(() => hook.current.resort());
    expect(slugs()).toEqual(["a", "b"]);
    expect(hook.current.outOfOrder).toBe(false);
  });

  test("are sorted again by the next change of the query", () => {
    hook = render();
    update({ rows: [laterA, b], moment: moment(2, [laterA, b]) });
    update({ rows: [laterA, b], search: "?scope=all" });
    expect(slugs()).toEqual(["a", "b"]);
  });

  test("of the next day are no live update", () => {
    hook = render();
    update({ rows: [laterA, b], moment: moment(2, [laterA, b], "2026-11-26") });
    expect(slugs()).toEqual(["a", "b"]);
    expect(hook.current.update).toBeNull();
  });
});

describe("the wanted revision", () => {
  /** A stream whose events the test sends. */
  class FakeStream extends EventTarget {
    static readonly CLOSED = 2;
    static opened: FakeStream[] = [];
    readyState = 1;
    constructor(readonly address: string) {
      super();
      FakeStream.opened.push(this);
    }
    send(name: string, data: unknown) {
      act(() => this.dispatchEvent(new MessageEvent(name, { data: JSON.stringify(data) })));
    }
    close() {
      this.readyState = FakeStream.CLOSED;
    }
  }
  const render = (follows: boolean) => renderHook(() => useWantedRevision(follows, 5));
  let hook: ReturnType<typeof render>;

  function start(follows: boolean) {
    FakeStream.opened = [];
    vi.stubGlobal("EventSource", FakeStream);
    hook = render(follows);
    return FakeStream.opened[0];
  }
  afterEach(() => {
    hook.unmount();
    vi.unstubAllGlobals();
  });

  test("is the last one announced that is later than the page's own", () => {
    const stream = start(true);
    for (const [version, wanted] of [
      [5, null],
      [7, 7],
      [6, 7],
    ] as const) {
      stream?.send("version", { version, zones: null });
      expect(hook.current.wanted).toBe(wanted);
    }
  });

  test("comes with the state of the database", () => {
    const stream = start(true);
    stream?.send("database", "away");
    expect(hook.current.databaseAway).toBe(true);
    stream?.send("database", "back");
    expect(hook.current.databaseAway).toBe(false);
  });

  test("follows no stream at a fixed revision", () => {
    expect(start(false)).toBeUndefined();
    expect(hook.current).toEqual({ wanted: null, databaseAway: false });
  });
});
