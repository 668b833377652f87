import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

/** The little of a window that the address store needs, with a history that can be read. */
function fakeWindow() {
  const entries = ["http://x.test/"];
  let at = 0;
  const events = new EventTarget();
  const url = () => new URL(entries[at] ?? "");
  return {
    entries,
    location: {
      get href() {
        return url().href;
      },
      get search() {
        return url().search;
      },
      get pathname() {
        return url().pathname;
      },
      get hash() {
        return url().hash;
      },
    },
    history: {
      pushState(_data: unknown, _unused: string, to: string) {
        at += 1;
        entries.splice(at, entries.length, new URL(to, "http://x.test").href);
      },
      replaceState(_data: unknown, _unused: string, to: string) {
        entries[at] = new URL(to, "http://x.test").href;
      },
      back() {
        at -= 1;
        events.dispatchEvent(new Event("popstate"));
      },
    },
    click() {
      events.dispatchEvent(new Event("click"));
    },
    addEventListener: events.addEventListener.bind(events),
    removeEventListener: events.removeEventListener.bind(events),
  };
}

/** Milliseconds in which a frame is on the screen. */
const PAINT_MS = 40;

describe("the address", () => {
  let page: ReturnType<typeof fakeWindow>;
  let address: typeof import("@/lib/client/address");
  let stop: () => void;
  const heard = vi.fn();

  beforeEach(async () => {
    vi.useFakeTimers();
    vi.resetModules();
    heard.mockClear();
    page = fakeWindow();
    vi.stubGlobal("window", page);
    vi.stubGlobal("requestAnimationFrame", (callback: () => void) => setTimeout(callback, 16));
    vi.stubGlobal("cancelAnimationFrame", clearTimeout);
    address = await import("@/lib/client/address");
    stop = address.watchSearch(heard);
  });
  const paint = () => vi.advanceTimersByTime(PAINT_MS);
  afterEach(() => {
    stop();
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it("adds a history entry for each discrete action", () => {
    address.writeSearch("?scope=all");
    address.writeSearch("?scope=evidenced");
    paint();
    expect(page.entries).toEqual([
      "http://x.test/",
      "http://x.test/?scope=all",
      "http://x.test/?scope=evidenced",
    ]);
    page.history.back();
    expect(address.currentSearch()).toBe("?scope=all");
    expect(heard).toHaveBeenCalledTimes(3);
  });

  it("writes a new entry after the next paint", () => {
    address.writeSearch("?scope=all");
    expect(page.entries).toEqual(["http://x.test/"]);
    expect(address.currentSearch()).toBe("?scope=all");
    paint();
    expect(page.entries).toEqual(["http://x.test/", "http://x.test/?scope=all"]);
  });

  it("writes a new entry of a page that is not painted", () => {
    vi.stubGlobal("requestAnimationFrame", () => 0);
    address.writeSearch("?scope=all");
    vi.advanceTimersByTime(300);
    expect(page.entries.at(-1)).toBe("http://x.test/?scope=all");
  });

  it("adds one entry for a continuous action that continues before it is painted", () => {
    for (const q of ["k", "ka"]) address.writeSearch(`?q=${q}`, { act: "q" });
    vi.advanceTimersByTime(300);
    expect(page.entries).toEqual(["http://x.test/", "http://x.test/?q=ka"]);
  });

  it("adds one entry for a continuous action and and notifies of every step", () => {
    address.writeSearch("?q=k", { act: "q" });
    paint();
    for (const q of ["ka", "kar"]) address.writeSearch(`?q=${q}`, { act: "q" });
    expect(address.currentSearch()).toBe("?q=kar");
    expect(heard).toHaveBeenCalledTimes(3);
    expect(page.entries).toEqual(["http://x.test/", "http://x.test/?q=k"]);
    vi.advanceTimersByTime(300);
    expect(page.entries).toEqual(["http://x.test/", "http://x.test/?q=kar"]);
    page.history.back();
    expect(address.currentSearch()).toBe("");
  });

  it("adds a new entry for the same action after a pause", () => {
    address.writeSearch("?q=k", { act: "q" });
    vi.advanceTimersByTime(5000);
    address.writeSearch("?q=ka", { act: "q" });
    paint();
    expect(page.entries).toHaveLength(3);
  });

  it("writes a pending change before the next discrete action", () => {
    address.writeSearch("?q=k", { act: "q" });
    address.writeSearch("?q=ka", { act: "q" });
    address.writeSearch("?q=ka&scope=all");
    paint();
    expect(page.entries).toEqual([
      "http://x.test/",
      "http://x.test/?q=ka",
      "http://x.test/?q=ka&scope=all",
    ]);
  });

  it("adds no entry for a quiet change", () => {
    address.writeSearch("?map=30,70,5", { quiet: true });
    expect(address.currentSearch()).toBe("?map=30,70,5");
    vi.advanceTimersByTime(300);
    expect(page.entries).toEqual(["http://x.test/?map=30,70,5"]);
  });

  it("never writes a pending change to another page", () => {
    address.writeSearch("?map=30,70,5", { quiet: true });
    page.history.pushState(null, "", "/zones/hub-sez");
    vi.advanceTimersByTime(300);
    expect(page.entries.at(-1)).toBe("http://x.test/zones/hub-sez");
    expect(address.currentSearch()).toBe("");
  });

  it("drops a pending change when the back button is pressed", () => {
    address.writeSearch("?scope=all");
    paint();
    address.writeSearch("?scope=all&map=30,70,5", { quiet: true });
    page.history.back();
    vi.advanceTimersByTime(300);
    expect(page.entries[0]).toBe("http://x.test/");
    expect(address.currentSearch()).toBe("");
  });

  it("keeps the last change while the router writes an older address again", () => {
    address.writeSearch("?scope=all");
    address.writeSearch("?scope=evidenced");
    paint();
    page.history.replaceState(null, "", "/?scope=all");
    address.routerShows("scope=all");
    expect(address.currentSearch()).toBe("?scope=evidenced");
    page.history.replaceState(null, "", "/?scope=evidenced");
    address.routerShows("scope=evidenced");
    expect(address.currentSearch()).toBe("?scope=evidenced");
    page.history.replaceState(null, "", "/?scope=all");
    address.routerShows("scope=all");
    expect(address.currentSearch()).toBe("?scope=all");
  });

  it("writes a pending change after the router wrote an older address", () => {
    address.writeSearch("?asOf=2017-12-31", { act: "time" });
    address.writeSearch("?asOf=2018-12-31", { act: "time" });
    vi.advanceTimersByTime(300);
    address.writeSearch("?asOf=2019-12-31", { act: "time" });
    page.history.replaceState(null, "", "/?asOf=2017-12-31");
    vi.advanceTimersByTime(300);
    expect(page.entries.at(-1)).toBe("http://x.test/?asOf=2019-12-31");
    expect(address.currentSearch()).toBe("?asOf=2019-12-31");
  });

  it("follows a link of the router", () => {
    address.writeSearch("?scope=all");
    paint();
    address.routerShows("scope=all");
    address.writeSearch("?scope=all&map=30,70,5", { quiet: true });
    page.history.pushState(null, "", "/");
    address.routerShows("");
    vi.advanceTimersByTime(300);
    expect(address.currentSearch()).toBe("");
    expect(page.entries.at(-1)).toBe("http://x.test/");
  });

  it("writes a pending change before a link is followed", () => {
    address.writeSearch("?q=k", { act: "q" });
    address.writeSearch("?q=ka", { act: "q" });
    page.click();
    expect(page.entries.at(-1)).toBe("http://x.test/?q=ka");
    const written = vi.spyOn(page.history, "replaceState");
    vi.advanceTimersByTime(300);
    expect(written).not.toHaveBeenCalled();
  });

  it("follows a link back to the previous address", () => {
    address.writeSearch("?scope=all");
    address.writeSearch("");
    vi.advanceTimersByTime(15_000);
    page.history.pushState(null, "", "/?scope=all");
    address.routerShows("scope=all");
    expect(address.currentSearch()).toBe("?scope=all");
  });

  it("forgets pending changes on returning to a page", () => {
    address.writeSearch("?scope=all");
    address.writeSearch("?scope=evidenced");
    paint();
    page.history.pushState(null, "", "/zones/hub-sez");
    stop();
    page.history.pushState(null, "", "/?scope=all");
    stop = address.watchSearch(heard);
    address.routerShows("scope=all");
    expect(address.currentSearch()).toBe("?scope=all");
  });

  it("does nothing for an unchanged address", () => {
    address.writeSearch("");
    expect(heard).not.toHaveBeenCalled();
    expect(page.entries).toHaveLength(1);
  });
});
