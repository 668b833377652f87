// @vitest-environment happy-dom
import { act } from "react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { ServedStability } from "@/components/features/readiness/served-readiness";
import {
  addressSearch,
  thresholdPairs,
  useReadinessAddress,
  useStability,
} from "@/components/features/readiness/use-readiness";
import { BLOCK_WEIGHTS, BLOCKS, type Weights } from "@/lib/catalogue/groups";
import type { ZoneRow } from "@/lib/evidence/row";
import { DEFAULT_QUERY } from "@/lib/query/query";
import { computeStability, sumBlocks } from "@/lib/readiness/stability";
import { createRow } from "@/tests/support/facts";
import { renderHook } from "@/tests/support/render-hook";

vi.mock("next/navigation", () => ({ useSearchParams: () => new URLSearchParams() }));

vi.mock("@/lib/readiness/stability", async (original) => {
  const real = await original<typeof import("@/lib/readiness/stability")>();
  return { ...real, computeStability: vi.fn(real.computeStability) };
});

describe("the address of the readiness page", () => {
  test("keeps the threshold beside the query, and none where it is not set", () => {
    expect(addressSearch({ ...DEFAULT_QUERY, scope: "all" }, 40)).toBe("?scope=all&threshold=40");
    expect(addressSearch(DEFAULT_QUERY, null)).toBe("");
    expect(thresholdPairs(0)).toEqual([["threshold", "0"]]);
  });

  test("gives the weights, sort and threshold, and changes one without the others", () => {
    window.history.replaceState(null, "", "/readiness?scope=all&threshold=40");
    const hook = renderHook(() => useReadinessAddress(""));
    expect(hook.current.live.threshold).toBe(40);
    expect(hook.current.live.weights).toEqual(DEFAULT_QUERY.weights);
    const weights = { ...DEFAULT_QUERY.weights, services: 50 };
    const { change } = hook.current;
    act(() => change({ weights }));
    expect(hook.current.live).toMatchObject({ weights, threshold: 40 });
    expect(window.location.search).toContain("scope=all");
    act(() => change({ threshold: null }));
    expect(hook.current.live).toMatchObject({ weights, threshold: null });
    expect(hook.current.change).toBe(change);
    hook.unmount();
  });

  test("is the served one while another page is shown", () => {
    window.history.replaceState(null, "", "/zones?threshold=40");
    const hook = renderHook(() => useReadinessAddress("?threshold=10"));
    expect(hook.current.live.threshold).toBe(10);
    hook.unmount();
  });
});

/** Workers that the page started, oldest first. */
let workers: FakeWorker[] = [];

class FakeWorker extends EventTarget {
  readonly requests: { key: string }[] = [];
  ended = false;
  constructor() {
    super();
    workers.push(this);
  }
  postMessage(request: { key: string }) {
    this.requests.push(request);
  }
  terminate() {
    this.ended = true;
  }
  respond(data: unknown) {
    act(() => this.dispatchEvent(new MessageEvent("message", { data })));
  }
}

describe("the stability of the zones on the page", () => {
  const zones = [
    createRow({ gas: "available" }),
    createRow({ water: "partial" }, { slug: "other-zone" }),
  ];
  const bySlug = (rows: readonly ZoneRow[], weights: Weights) => {
    const found = computeStability(sumBlocks(rows), weights);
    return Object.fromEntries(rows.map(({ slug }, i) => [slug, found[i] ?? null]));
  };
  const serve = (rows: readonly ZoneRow[], weights: Weights): ServedStability => ({
    weights,
    bySlug: bySlug(rows, weights),
  });
  const other = { ...BLOCK_WEIGHTS, services: BLOCK_WEIGHTS.services + 20 };

  let now: {
    rows: readonly ZoneRow[];
    weights: Weights;
    moment: string;
    served: ServedStability | null;
  };
  let hook: ReturnType<typeof open>;
  function open() {
    return renderHook(() => useStability(now.rows, now.weights, now.moment, now.served));
  }
  const update = (next: Partial<typeof now>) => {
    now = { ...now, ...next };
    hook.rerender();
  };
  const worker = () => {
    const [first] = workers;
    if (!first) throw new Error("no worker");
    return first;
  };
  const lastKey = () => worker().requests.at(-1)?.key ?? "";

  beforeEach(() => {
    workers = [];
    vi.stubGlobal("Worker", FakeWorker);
    now = {
      rows: zones,
      weights: BLOCK_WEIGHTS,
      moment: "2026-11-25 r1",
      served: serve(zones, BLOCK_WEIGHTS),
    };
  });
  afterEach(() => {
    hook.unmount();
    vi.unstubAllGlobals();
  });

  test("is the server's until the weights change, without a computation", () => {
    hook = open();
    expect(hook.current).toEqual({ bySlug: now.served?.bySlug, progress: null, failed: false });
    hook.rerender();
    expect(workers).toEqual([]);
  });

  test("is computed by a worker under other weights; the last one stays until then", () => {
    hook = open();
    const before = hook.current.bySlug;
    update({ weights: other });
    expect(worker().requests).toEqual([{ key: lastKey(), sums: sumBlocks(zones), weights: other }]);
    expect(hook.current).toEqual({ bySlug: before, progress: 0, failed: false });
    worker().respond({ key: lastKey(), done: 0.5, found: null });
    expect(hook.current).toEqual({ bySlug: before, progress: 0.5, failed: false });
    worker().respond({ key: lastKey(), done: 1, found: computeStability(sumBlocks(zones), other) });
    expect(hook.current).toEqual({ bySlug: bySlug(zones, other), progress: null, failed: false });
  });

  test("ignores the answer for weights that have changed since", () => {
    hook = open();
    update({ weights: other });
    const late = lastKey();
    update({ weights: { ...other, access: 0 } });
    worker().respond({ key: late, done: 0.9, found: null });
    expect(hook.current.progress).toBe(0);
    worker().respond({ key: late, done: 1, found: [null, null] });
    expect(hook.current.progress).toBe(0);
    expect(hook.current.bySlug).toEqual(now.served?.bySlug);
    expect(workers).toHaveLength(1);
    expect(worker().requests).toHaveLength(2);
  });

  test("is computed for other zones, another moment and each changed block of the weights", () => {
    now = { ...now, served: null };
    hook = open();
    expect(hook.current).toEqual({ bySlug: null, progress: 0, failed: false });
    update({ rows: zones.slice(0, 1) });
    update({ moment: "2026-11-25 r2" });
    for (const block of BLOCKS) update({ weights: { ...BLOCK_WEIGHTS, [block]: 99 } });
    const keys = worker().requests.map(({ key }) => key);
    expect(new Set(keys).size).toBe(3 + BLOCKS.length);
  });

  test("is the server's again where the server sends the page again", () => {
    hook = open();
    update({ weights: other });
    const served = serve(zones.slice(0, 1), other);
    update({ rows: zones.slice(0, 1), served });
    expect(hook.current).toEqual({ bySlug: served.bySlug, progress: null, failed: false });
    update({ served: null });
    expect(hook.current.bySlug).toEqual(served.bySlug);
  });

  test("is computed on the page where the browser refuses the worker", () => {
    hook = open();
    update({ weights: other });
    act(() => worker().dispatchEvent(new Event("error")));
    expect(hook.current).toEqual({ bySlug: bySlug(zones, other), progress: null, failed: false });
  });

  test("is computed on the page where the browser cannot start a worker", () => {
    vi.stubGlobal(
      "Worker",
      class {
        constructor() {
          throw new DOMException("Refused", "SecurityError");
        }
      },
    );
    hook = open();
    update({ weights: other });
    expect(hook.current).toEqual({ bySlug: bySlug(zones, other), progress: null, failed: false });
  });

  test("is said to have failed where the page cannot compute it either, until the weights change", () => {
    const logged = vi.spyOn(console, "error").mockImplementation(() => undefined);
    hook = open();
    const before = hook.current.bySlug;
    update({ weights: other });
    vi.mocked(computeStability).mockImplementationOnce(() => {
      throw new Error("no memory");
    });
    act(() => worker().dispatchEvent(new Event("error")));
    expect(hook.current).toEqual({ bySlug: before, progress: 0, failed: true });
    expect(logged).toHaveBeenCalledOnce();
    update({ weights: BLOCK_WEIGHTS });
    expect(hook.current.failed).toBe(false);
    logged.mockRestore();
  });

  test("ends its worker with the page", () => {
    hook = open();
    update({ weights: other });
    expect(worker().ended).toBe(false);
    hook.unmount();
    expect(worker().ended).toBe(true);
  });
});
