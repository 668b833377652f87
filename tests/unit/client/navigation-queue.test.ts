import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createNavigationQueue, type NavigationQueue } from "@/lib/client/navigation-queue";

describe("pages asked for in turn", () => {
  let asked: string[];
  let pages: NavigationQueue;

  beforeEach(() => {
    vi.useFakeTimers();
    asked = [];
    pages = createNavigationQueue((address, move) => asked.push(`${move} ${address}`));
  });
  afterEach(() => void vi.useRealTimers());

  const slide = (...days: string[]) => {
    for (const day of days) pages.ask(day, "time");
  };

  it("passes quick steps over, and gives the first page of an act an entry of its own", () => {
    slide("2019", "2020");
    expect(asked).toEqual([]);
    vi.advanceTimersByTime(200);
    expect(asked).toEqual(["push 2020"]);
    pages.arrived();
    slide("2021");
    vi.advanceTimersByTime(200);
    expect(asked).toEqual(["push 2020", "replace 2021"]);
  });

  it("never gives up a page that is on its way for a later step, and asks for the last one then", () => {
    slide("2019");
    vi.advanceTimersByTime(200);
    slide("2020", "2021");
    vi.advanceTimersByTime(1000);
    expect(asked).toEqual(["push 2019"]);
    expect(pages.arrived()).toBe(true);
    vi.advanceTimersByTime(200);
    expect(asked).toEqual(["push 2019", "replace 2021"]);
    expect(pages.arrived()).toBe(false);
    vi.advanceTimersByTime(1000);
    expect(asked).toHaveLength(2);
  });

  it("asks at once for what is one step, and takes an act after a pause for another", () => {
    pages.ask("pinned", undefined);
    expect(asked).toEqual(["push pinned"]);
    pages.arrived();
    slide("2019");
    vi.advanceTimersByTime(3000);
    pages.arrived();
    slide("2020");
    vi.advanceTimersByTime(200);
    expect(asked).toEqual(["push pinned", "push 2019", "push 2020"]);
  });

  it("asks for what waits before a link is followed, and for nothing after the reader went back", () => {
    slide("2019");
    pages.flush();
    expect(asked).toEqual(["push 2019"]);
    pages.arrived();
    slide("2020");
    pages.forget();
    vi.advanceTimersByTime(1000);
    expect(asked).toEqual(["push 2019"]);
  });
});
