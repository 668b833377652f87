// @vitest-environment happy-dom
import { notifyManager } from "@tanstack/react-query";
import { act } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { usePost } from "@/components/layout/desk-form";
import { type RenderedHook, renderHook } from "@/tests/support/render-hook";
import { WithText } from "@/tests/support/with-text";

const CONFLICT = "Somebody was faster.";
const requests: { address: string; method: string; body: unknown }[] = [];
let answer: () => Response | Promise<Response>;
let signedIn: string;
let hook: RenderedHook<ReturnType<typeof usePost>>;
// What is known of a sending is drawn within `act`.
notifyManager.setScheduler(queueMicrotask);

beforeEach(() => {
  requests.length = 0;
  signedIn = "asma";
  answer = () => Response.json({ recorded: 1, version: 2 });
  vi.stubGlobal("fetch", async (address: string, init: { method: string; body: string }) => {
    if (address.startsWith("/api/auth/")) {
      return Response.json({ user: { id: signedIn, name: "Bilal", role: "reviewer" } });
    }
    requests.push({ address, method: init.method, body: JSON.parse(init.body) });
    return answer();
  });
  hook = renderHook(
    () => usePost("asma", CONFLICT),
    (child) => <WithText>{child}</WithText>,
  );
});
afterEach(() => {
  hook.unmount();
  vi.unstubAllGlobals();
});

const send = () => act(() => hook.current.post("/api/v1/decisions", { a: 1 }, "PATCH"));
const respond = (status: number, body: unknown) => {
  answer = () => Response.json(body, { status });
};

test("a change is sent, and what came of it is told", async () => {
  expect(await send()).toMatchObject({ kind: "done", revision: 2, submission: null });
  expect(requests).toEqual([{ address: "/api/v1/decisions", method: "PATCH", body: { a: 1 } }]);
  expect(hook.current).toMatchObject({ busy: false, failure: null, signedOut: false });
});

test("nothing is sent for another person", async () => {
  signedIn = "bilal";
  expect(await send()).toBeNull();
  expect(requests).toEqual([]);
  expect(hook.current).toMatchObject({ busy: false, otherPerson: "Bilal" });
});

test("a second press while the first is being sent sends nothing", async () => {
  let finish = () => {};
  answer = () =>
    new Promise((done) => {
      finish = () => done(Response.json({}));
    });
  let first: Promise<unknown> | undefined;
  await act(async () => {
    first = hook.current.post("/api/v1/decisions", {});
    await vi.waitFor(() => expect(requests).toHaveLength(1));
  });
  expect(hook.current.busy).toBe(true);
  expect(await send()).toBeNull();
  expect(requests).toHaveLength(1);
  await act(async () => {
    finish();
    await first;
  });
  expect(hook.current.busy).toBe(false);
});

test("an ended session asks to sign in, until that is closed or the change is sent", async () => {
  respond(401, {});
  await send();
  expect(hook.current.signedOut).toBe(true);
  expect(hook.current.failure).toBeNull();
  await act(async () => hook.current.closeSignIn());
  expect(hook.current.signedOut).toBe(false);
  await send();
  respond(200, {});
  await send();
  expect(hook.current.signedOut).toBe(false);
});

test.each<[string, number, unknown, string]>([
  [
    "issues, with all their messages",
    422,
    { faults: [1, 2].map((i) => ({ index: 0, part: "reason", message: `Issue ${i}.` })) },
    "Issue 1. Issue 2.",
  ],
  [
    "an id that was used",
    409,
    { code: "claim-id-reused", faults: [{ index: 0, part: "id", message: "Used." }] },
    "Used.",
  ],
  ["a conflict", 409, { conflicts: [] }, CONFLICT],
  ["a refusal", 403, { detail: "Not for your role." }, "Not for your role."],
  ["an error of the server", 500, { detail: "Try again." }, "Try again."],
])("%s is shown, and the next try clears it", async (_, status, body, message) => {
  respond(status, body);
  await send();
  expect(hook.current.failure).toBe(message);
  expect(hook.current.busy).toBe(false);
  respond(200, {});
  await send();
  expect(hook.current.failure).toBeNull();
});
