// @vitest-environment happy-dom
import { act } from "react";
import { afterEach, describe, expect, test, vi } from "vitest";
import { useFocusWithin } from "@/components/ui/use-focus-within";
import { useLoaded } from "@/components/ui/use-lazy-component";
import { renderHook } from "@/tests/support/render-hook";

const Part = () => null;
const Other = () => null;

describe("the focus inside a part of the page", () => {
  const part = document.createElement("div");
  const outside = document.createElement("button");
  part.innerHTML = '<button id="first"></button><button id="second"></button>';
  document.body.append(part, outside);
  const drawn = () =>
    act(async () => {
      await new Promise((done) => requestAnimationFrame(done));
    });

  afterEach(() => outside.focus());

  test("moves to the element of a selector once it is drawn", async () => {
    const hook = renderHook(() => useFocusWithin({ current: part }));
    outside.focus();
    hook.current("#second");
    expect(document.activeElement).toBe(outside);
    await drawn();
    expect(document.activeElement?.id).toBe("second");
    hook.unmount();
  });

  test("stays where no element matches, or the part is gone", async () => {
    const current: { current: HTMLElement | null } = { current: part };
    const hook = renderHook(() => useFocusWithin(current));
    outside.focus();
    hook.current("#third");
    await drawn();
    current.current = null;
    hook.current("#first");
    await drawn();
    expect(document.activeElement).toBe(outside);
    hook.unmount();
  });

  test("is moved by the same function on every render, and another one for another part", () => {
    let current = { current: part };
    const hook = renderHook(() => useFocusWithin(current));
    const first = hook.current;
    hook.rerender();
    expect(hook.current).toBe(first);
    current = { current: document.createElement("div") };
    hook.rerender();
    expect(hook.current).not.toBe(first);
    hook.unmount();
  });
});

describe("a component that loads on its first use", () => {
  test("is absent before it is loaded, and then there", async () => {
    const loader = vi.fn(async () => Part);
    const hook = renderHook(() => useLoaded(loader));
    expect(hook.current.part).toBeNull();
    expect(loader).not.toHaveBeenCalled();
    await act(async () => hook.current.load());
    expect(hook.current.part).toBe(Part);
    expect(hook.current.failed).toBe(false);
    hook.unmount();
  });

  test("has failed until a later try succeeds", async () => {
    const loader = vi.fn(async () => Part).mockRejectedValueOnce(new Error("no connection"));
    const hook = renderHook(() => useLoaded(loader));
    const { load } = hook.current;
    await act(async () => load());
    expect(hook.current).toMatchObject({ part: null, failed: true });
    await act(async () => load());
    expect(hook.current).toMatchObject({ part: Part, failed: false });
    expect(hook.current.load).toBe(load);
    hook.unmount();
  });

  test("is loaded by the loader of the last render", async () => {
    let loader = async () => Part;
    const hook = renderHook(() => useLoaded(loader));
    loader = async () => Other;
    hook.rerender();
    await act(async () => hook.current.load());
    expect(hook.current.part).toBe(Other);
    hook.unmount();
  });
});
