// @vitest-environment happy-dom
import { act } from "react";
import { describe, expect, test, vi } from "vitest";
import {
  addressSearch,
  readLive,
  useReadinessAddress,
} from "@/components/features/readiness/use-readiness";
import { DEFAULT_QUERY } from "@/lib/query/query";
import { renderHook } from "@/tests/support/render-hook";

vi.mock("next/navigation", () => ({ useSearchParams: () => new URLSearchParams() }));

describe("the address of the readiness page", () => {
  test("keeps the threshold beside the query, and not where it is not set", () => {
    const all = { ...DEFAULT_QUERY, scope: "all" } as const;
    expect(addressSearch(all, 40)).toBe("?scope=all&threshold=40");
    expect(addressSearch(DEFAULT_QUERY, 0)).toBe("?threshold=0");
    expect(addressSearch(DEFAULT_QUERY, null)).toBe("");
  });

  test("gives the weights, sort and threshold, and changes one without the others", () => {
    window.history.replaceState(null, "", "/readiness?scope=all&threshold=40");
    const hook = renderHook(() => useReadinessAddress(""));
    expect(readLive(hook.current.search).threshold).toBe(40);
    expect(readLive(hook.current.search).weights).toEqual(DEFAULT_QUERY.weights);
    const weights = { ...DEFAULT_QUERY.weights, services: 50 };
    const { change } = hook.current;
    act(() => change({ weights }));
    expect(readLive(hook.current.search)).toMatchObject({ weights, threshold: 40 });
    expect(window.location.search).toContain("scope=all");
    act(() => change({ threshold: null }));
    expect(readLive(hook.current.search)).toMatchObject({ weights, threshold: null });
    expect(hook.current.change).toBe(change);
    hook.unmount();
  });

  test("is the served one while another page is shown", () => {
    window.history.replaceState(null, "", "/zones?threshold=40");
    const hook = renderHook(() => useReadinessAddress("?threshold=10"));
    expect(readLive(hook.current.search).threshold).toBe(10);
    hook.unmount();
  });
});
