// @vitest-environment happy-dom
import { act } from "react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { useExplorerAddress } from "@/components/features/explorer/use-explorer";
import { withChoice } from "@/lib/query/query-edits";
import { renderHook } from "@/tests/support/render-hook";
import { WithText } from "@/tests/support/with-text";
import { anyOf, ask } from "./rows";

vi.mock("next/navigation", () => ({ useSearchParams: () => new URLSearchParams() }));

/** Another address, as the back button or a link gives it. */
function goTo(search: string) {
  window.history.replaceState(null, "", `/zones${search}`);
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

  test("keeps both of two changes in one event", async () => {
    hook = render();
    const { changeQuery, changeView } = hook.current;
    act(() => {
      changeQuery((query) => withChoice(query, "province", anyOf("sindh")));
      changeQuery((query) => ({ ...query, scope: "all" }));
      changeView((view) => ({ ...view, density: "compact" }));
    });
    expect(hook.current.search).toBe("?scope=all&province=sindh&density=compact");
    await expect.poll(() => window.location.search).toBe(hook.current.search);
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
