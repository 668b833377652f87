// @vitest-environment happy-dom
import { act } from "react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { isReplaced, useLive } from "@/lib/client/live";
import { type RenderedHook, renderHook } from "@/tests/support/render-hook";

/** The browser's streams, oldest first, which a test feeds. */
let streams: FakeStream[] = [];

class FakeStream extends EventTarget {
  static readonly CLOSED = 2;
  readyState = 1;
  readonly address: string;
  constructor(address: string) {
    super();
    this.address = address;
    streams.push(this);
  }
  close() {
    this.readyState = FakeStream.CLOSED;
  }
  send(name: string, data: unknown) {
    this.dispatchEvent(new MessageEvent(name, { data: JSON.stringify(data) }));
  }
  fail(givenUp: boolean) {
    if (givenUp) this.close();
    this.dispatchEvent(new Event("error"));
  }
}

describe("the live stream of a page", () => {
  const onRevision = vi.fn();
  const onDatabase = vi.fn();
  const reload = vi.fn();
  let hook: RenderedHook<boolean>;
  let enabled: boolean;

  const open = (shown = 3) => {
    hook = renderHook(() => {
      useLive({ onRevision, onDatabase }, shown, enabled);
      return true;
    });
  };
  const show = (state: "visible" | "hidden") => {
    vi.spyOn(document, "visibilityState", "get").mockReturnValue(state);
    document.dispatchEvent(new Event("visibilitychange"));
  };
  const stream = () => {
    const last = streams.at(-1);
    if (!last) throw new Error("no stream");
    return last;
  };
  const isOpen = () => streams.filter(({ readyState }) => readyState !== FakeStream.CLOSED).length;

  beforeEach(() => {
    vi.useFakeTimers();
    streams = [];
    enabled = true;
    vi.stubGlobal("EventSource", FakeStream);
    vi.spyOn(window.location, "reload").mockImplementation(reload);
    vi.spyOn(document, "visibilityState", "get").mockReturnValue("visible");
  });
  afterEach(() => {
    hook.unmount();
    vi.restoreAllMocks();
    vi.clearAllMocks();
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  test("reports each revision with its zones, also after renders", () => {
    open();
    hook.rerender();
    expect(streams.map(({ address }) => address)).toEqual(["/api/v1/stream?since=3"]);
    stream().send("version", { version: 4, identity: "a", zones: ["hub-sez"] });
    stream().send("version", { version: 5, identity: "b", zones: null });
    expect(onRevision.mock.calls).toEqual([
      [4, ["hub-sez"]],
      [5, null],
    ]);
  });

  test("reports the database as away and as back", () => {
    open();
    stream().send("database", "away");
    stream().send("database", "back");
    expect(onDatabase.mock.calls).toEqual([[true], [false]]);
  });

  test("ignores an instance that has not loaded the registry", () => {
    open();
    stream().send("version", { version: 0 });
    vi.advanceTimersByTime(60_000);
    expect(onRevision).not.toHaveBeenCalled();
    expect(reload).not.toHaveBeenCalled();
  });

  test("loads the page again 5 seconds after the database lost a revision", () => {
    open();
    stream().send("version", { version: 2, identity: "z" });
    stream().send("version", { version: 2, identity: "z" });
    expect(onRevision).not.toHaveBeenCalled();
    vi.advanceTimersByTime(4_999);
    expect(reload).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(reload).toHaveBeenCalledOnce();
  });

  test("loads the page again where the last revision has another identity", () => {
    open();
    stream().send("version", { version: 4, identity: "a" });
    stream().send("version", { version: 4, identity: "b" });
    vi.advanceTimersByTime(5_000);
    expect(reload).toHaveBeenCalledOnce();
  });

  test("stays where the instance was only a moment behind", () => {
    open();
    stream().send("version", { version: 2, identity: "z" });
    vi.advanceTimersByTime(1_000);
    stream().send("version", { version: 3, identity: "a" });
    vi.advanceTimersByTime(60_000);
    expect(reload).not.toHaveBeenCalled();
    stream().send("version", { version: 2, identity: "z" });
    vi.advanceTimersByTime(5_000);
    expect(reload).toHaveBeenCalledOnce();
  });

  test("closes while the page is hidden, and reloads nothing then", () => {
    open();
    stream().send("version", { version: 2, identity: "z" });
    act(() => show("hidden"));
    expect(isOpen()).toBe(0);
    vi.advanceTimersByTime(60_000);
    expect(reload).not.toHaveBeenCalled();
    act(() => show("visible"));
    expect(streams).toHaveLength(2);
    expect(isOpen()).toBe(1);
  });

  test("does not open on a page that is hidden", () => {
    show("hidden");
    open();
    expect(streams).toEqual([]);
  });

  test("opens again 3 seconds after the browser gave it up", () => {
    open();
    stream().fail(true);
    vi.advanceTimersByTime(2_999);
    expect(streams).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(streams).toHaveLength(2);
  });

  test("is left to the browser while the browser tries itself", () => {
    open();
    stream().fail(false);
    vi.advanceTimersByTime(60_000);
    expect(streams).toHaveLength(1);
  });

  test("does not open again on a page that was hidden meanwhile", () => {
    open();
    stream().fail(true);
    act(() => show("hidden"));
    vi.advanceTimersByTime(60_000);
    expect(streams).toHaveLength(1);
  });

  test("ends with the page", () => {
    open();
    hook.unmount();
    expect(isOpen()).toBe(0);
    act(() => show("visible"));
    expect(streams).toHaveLength(1);
  });

  test("opens only once it is enabled", () => {
    enabled = false;
    open();
    expect(streams).toEqual([]);
    enabled = true;
    hook.rerender();
    expect(streams).toHaveLength(1);
  });
});

test.each([
  ["a later revision", { version: 3, identity: "a" }, { version: 4, identity: "b" }, false],
  ["the same revision", { version: 3, identity: "a" }, { version: 3, identity: "a" }, false],
  [
    "the same number, the page's identity not known",
    { version: 3 },
    { version: 3, identity: "a" },
    false,
  ],
  [
    "the same number with another identity",
    { version: 3, identity: "a" },
    { version: 3, identity: "b" },
    true,
  ],
  ["an earlier revision", { version: 3 }, { version: 2, identity: "a" }, true],
])("%s", (_, known, now, replaced) => {
  expect(isReplaced(known, now)).toBe(replaced);
});
