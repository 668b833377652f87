// @vitest-environment happy-dom
import { act } from "react";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { draftOf } from "@/components/entry/article-source";
import { emptyItem } from "@/components/entry/draft";
import { useDraft } from "@/components/entry/use-draft";
import { type RenderedHook, renderHook } from "@/tests/support/render-hook";

type Draft = RenderedHook<ReturnType<typeof useDraft>>;

describe("the draft of a tab", () => {
  let open: Draft[] = [];
  const render = (personId = "asma", slug = "hub-sez") => {
    const hook = renderHook(() => useDraft(personId, slug));
    open.push(hook);
    return hook;
  };
  const type = (hook: Draft, asOf: string) =>
    act(() => hook.current.setDraft((draft) => ({ ...draft, asOf })));
  /** Another tab shares `localStorage` and starts with an empty `sessionStorage`. */
  const openTab = () => sessionStorage.clear();

  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  afterEach(() => {
    for (const hook of open) hook.unmount();
    open = [];
  });

  test("survives a reload with its id", () => {
    const before = render();
    expect(before.current.restored).toBe(false);
    type(before, "2025");
    before.unmount();
    const { draft, restored, others } = render().current;
    expect(draft).toEqual({ ...before.current.draft, asOf: "2025" });
    expect(restored).toBe(true);
    expect(others).toEqual([]);
  });

  test("is kept at every change, without a delay", () => {
    const hook = render();
    type(hook, "2");
    type(hook, "20");
    expect(Object.values({ ...localStorage }).join()).toContain('"asOf":"20"');
  });

  test("of an article that is opened leaves what was typed before among the others", () => {
    const hook = render();
    type(hook, "2025");
    const article = { link: "https://example.org/a", title: "A title", publishedOn: "2026-11-30" };
    const draft = draftOf({ ...article, id: "1", names: [], feed: "example.org" }, []);
    expect(draft.newSource).toMatchObject({
      url: article.link,
      title: "A title",
      publishedOn: "2026-11-30",
    });
    act(() => hook.current.begin(draft));
    expect(hook.current.draft).toEqual(draft);
    expect(hook.current.others.map(({ draft: { asOf } }) => asOf)).toEqual(["2025"]);
    // Opened once more, it is the same draft with what was typed since.
    type(hook, "2026");
    act(() => hook.current.begin(draftOf({ ...article, id: "1", names: [], feed: "" }, [])));
    expect(hook.current.draft).toEqual({ ...draft, asOf: "2026" });
  });

  test("of an earlier edition of the form gets what its reports have had since", () => {
    const hook = render();
    type(hook, "2025");
    act(() =>
      hook.current.setDraft((draft) => ({
        ...draft,
        items: [emptyItem("hub-sez", "gas", null, null)],
      })),
    );
    const [[key, kept]] = Object.entries({ ...localStorage }) as [[string, string]];
    localStorage.setItem(key, kept.replace(/"quotation":"","quotationLang":"en",/, ""));
    hook.unmount();
    expect(render().current.draft.items).toMatchObject([
      { field: "gas", quotation: "", quotationLang: "en" },
    ]);
  });

  test("is not restored where nothing was typed", () => {
    const hook = render();
    act(() => hook.current.setDraft((draft) => draft));
    expect(render().current.restored).toBe(false);
  });

  test.each([
    ["person", "sami", "hub-sez"],
    ["zone", "asma", "hub-sez-two"],
    ["zone with a shorter name", "asma", "hub"],
  ])("is not shown for another %s", (_, personId, slug) => {
    type(render(), "2025");
    const { draft, restored, others } = render(personId, slug).current;
    expect(draft.asOf).toBe("");
    expect(restored).toBe(false);
    expect(others).toEqual([]);
    openTab();
    expect(render(personId, slug).current.others).toEqual([]);
    expect(render().current.others).toHaveLength(1);
  });

  test("is offered to other tabs, the latest first, and can be continued there", () => {
    const first = render();
    type(first, "2024");
    openTab();
    const second = render();
    expect(second.current.draft.asOf).toBe("");
    type(second, "2025");
    const [early, late] = [first, second].map(({ current }) => current.draft.id);
    for (const [id, changedAt] of [
      [early, 1],
      [late, 2],
    ] as const) {
      const key = Object.keys({ ...localStorage }).find((name) => name.endsWith(`/${id}`)) ?? "";
      const kept = JSON.parse(localStorage.getItem(key) ?? "");
      localStorage.setItem(key, JSON.stringify({ ...kept, changedAt }));
    }
    openTab();
    const third = render();
    expect(third.current.others.map(({ draft }) => draft.asOf)).toEqual(["2025", "2024"]);
    const [latest] = third.current.others;
    if (!latest) throw new Error("no draft");
    act(() => third.current.resumeDraft(latest.draft));
    expect(third.current.draft).toEqual(latest.draft);
    expect(third.current.others.map(({ draft }) => draft.asOf)).toEqual(["2024"]);
    expect(render().current.draft).toEqual(latest.draft);
  });

  test("is deleted by clear, which starts an empty one with another id", () => {
    const hook = render();
    type(hook, "2025");
    const { id } = hook.current.draft;
    act(() => hook.current.clear());
    expect(hook.current.draft).toMatchObject({ asOf: "", items: [] });
    expect(hook.current.draft.id).not.toBe(id);
    expect(localStorage).toHaveLength(0);
    openTab();
    expect(render().current).toMatchObject({ restored: false, others: [] });
  });

  test.each(["", "{", "null", "7", "{}", '{"draft":null}', '{"draft":{"id":"x"},"changedAt":1}'])(
    "is empty where the browser keeps %j",
    (kept) => {
      const hook = render();
      type(hook, "2025");
      const [key = ""] = Object.keys({ ...localStorage });
      localStorage.setItem(key, kept);
      hook.unmount();
      expect(render().current).toMatchObject({ restored: false, others: [] });
    },
  );
});
