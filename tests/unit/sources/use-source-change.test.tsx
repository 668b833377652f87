// @vitest-environment happy-dom
import { act } from "react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { useSourceChange } from "@/components/features/sources/use-source-change";
import { englishText } from "@/lib/text/english-text";
import { createSource } from "@/tests/support/facts";
import { type RenderedHook, renderHook } from "@/tests/support/render-hook";
import { WithText } from "@/tests/support/with-text";

const { push, refresh, toast } = vi.hoisted(() => ({
  push: vi.fn(),
  refresh: vi.fn(),
  toast: vi.fn(),
}));
vi.mock("next/navigation", () => ({ useRouter: () => ({ push, refresh }) }));
vi.mock("@/components/ui/toast", () => ({ toast }));

const { t } = englishText;
const KEY = "cpec-sez-tracker/draft/asma/source/a-source";

describe("the form that changes a source", () => {
  const source = createSource({ id: "a-source", title: "Old title" });
  const requests: { address: string; body: Record<string, unknown> }[] = [];
  let answer: () => Response | Promise<Response>;
  let version: number;
  let form: RenderedHook<ReturnType<typeof useSourceChange>>;

  const open = () => {
    form = renderHook(
      () => useSourceChange({ personId: "asma", source, version, today: "2026-11-25" }),
      (child) => <WithText>{child}</WithText>,
    );
  };
  const reopen = () => {
    form.unmount();
    open();
  };
  const change = (part: Parameters<typeof form.current.change>[0]) =>
    act(() => form.current.change(part));
  const submit = () => act(async () => form.current.submit());
  const respond = (status: number, body: unknown) => {
    answer = () => Response.json(body, { status });
  };

  beforeEach(() => {
    sessionStorage.clear();
    requests.length = 0;
    version = 3;
    respond(200, { recorded: 1, version: 4 });
    vi.stubGlobal("fetch", async (address: string, { body }: { body: string }) => {
      if (address.startsWith("/api/auth/")) return Response.json(null);
      requests.push({ address, body: JSON.parse(body) });
      return answer();
    });
    open();
  });
  afterEach(() => {
    form.unmount();
    vi.clearAllMocks();
    vi.unstubAllGlobals();
  });

  test("sends the changed parts with the reason, then shows the source and forgets the draft", async () => {
    change({ title: "New title", reason: " A typing error. " });
    await submit();
    expect(requests).toEqual([
      {
        address: "/api/v1/sources/a-source",
        body: {
          id: expect.stringMatching(/^[0-9a-f-]{36}$/),
          basedOn: 3,
          reason: "A typing error.",
          title: "New title",
        },
      },
    ]);
    expect(toast).toHaveBeenCalledWith(t("sources.edit.done"));
    expect(push).toHaveBeenCalledWith("/sources/a-source");
    expect(refresh).toHaveBeenCalledOnce();
    expect(sessionStorage.getItem(KEY)).toBeNull();
    expect(form.current.busy).toBe(false);
  });

  test("shows what is wrong with a field only after a try to save", async () => {
    change({ title: "" });
    expect(form.current.faults).toEqual({});
    await submit();
    expect(Object.keys(form.current.faults)).toEqual(["title", "reason"]);
    expect(form.current.failure).toBe(t("sources.edit.incomplete"));
    expect(requests).toEqual([]);
    change({ title: "New title", reason: "x" });
    expect(form.current.faults).toEqual({});
    expect(form.current.failure).toBeNull();
  });

  test("sends nothing where no part has changed", async () => {
    change({ reason: "x" });
    await submit();
    expect(form.current.failure).toBe(t("sources.edit.unchanged"));
    expect(requests).toEqual([]);
  });

  test("keeps what is typed in the tab", () => {
    change({ title: "New title" });
    reopen();
    expect(form.current.draft.title).toBe("New title");
    expect(form.current.overtaken).toBe(false);
  });

  test("starts from the source where the kept draft cannot be read", () => {
    sessionStorage.setItem(KEY, "{");
    reopen();
    expect(form.current.draft.title).toBe("Old title");
  });

  test("sends the same request again after a failure, and another one after a change", async () => {
    respond(503, { detail: "Away." });
    change({ title: "New title", reason: "x" });
    await submit();
    expect(form.current.failure).toBe("Away.");
    expect(refresh).toHaveBeenCalledOnce();
    reopen();
    await submit();
    expect(requests[1]).toEqual(requests[0]);
    change({ title: "Newer title" });
    expect(form.current.failure).toBeNull();
    await submit();
    expect(requests[2]?.body.id).not.toBe(requests[0]?.body.id);
  });

  test("is sent once by two presses", async () => {
    let finish = () => {};
    answer = () =>
      new Promise((done) => {
        finish = () => done(Response.json({}));
      });
    change({ title: "New title", reason: "x" });
    let first: Promise<void> | undefined;
    act(() => {
      first = form.current.submit();
    });
    expect(form.current.busy).toBe(true);
    await submit();
    expect(requests).toHaveLength(1);
    await act(async () => {
      finish();
      await first;
    });
  });

  test("says that another editor was faster, and sends over their version once that is wanted", async () => {
    change({ title: "New title", reason: "x" });
    respond(409, {
      code: "source-changed",
      detail: "Words for programs.",
      current: { version: 5, ...source },
    });
    await submit();
    expect(requests[0]?.body.basedOn).toBe(3);
    expect(form.current.failure).toBe(t("sources.edit.conflict"));
    // The page comes again with the new version.
    expect(refresh).toHaveBeenCalledOnce();
    version = 5;
    form.rerender();
    expect(form.current.overtaken).toBe(true);
    act(() => form.current.overwrite());
    expect(form.current.overtaken).toBe(false);
    expect(form.current.failure).toBeNull();
    reopen();
    expect(form.current.overtaken).toBe(false);
    respond(200, {});
    await submit();
    expect(requests[1]?.body).toMatchObject({ basedOn: 5, title: "New title" });
    expect(requests[1]?.body.id).toBe(requests[0]?.body.id);
  });

  test("shows the server's issues at their fields until the field is changed", async () => {
    respond(422, { faults: [{ index: 0, part: "title", message: "Too long." }] });
    change({ title: "New title", reason: "x" });
    await submit();
    expect(form.current.faults).toEqual({ title: "Too long." });
    expect(form.current.failure).toBe("Too long.");
    change({ title: "Newer" });
    expect(form.current.faults).toEqual({});
  });

  test("asks to sign in where the session has ended", async () => {
    respond(401, {});
    change({ title: "New title", reason: "x" });
    await submit();
    expect(form.current.signedOut).toBe(true);
    expect(form.current.failure).toBeNull();
    expect(push).not.toHaveBeenCalled();
    act(() => form.current.closeSignIn());
    expect(form.current.signedOut).toBe(false);
  });
});
