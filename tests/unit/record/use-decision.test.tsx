// @vitest-environment happy-dom
import { act } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { useDecision } from "@/components/features/record/judge-form";
import { englishText } from "@/lib/text/english-text";
import { type RenderedHook, renderHook } from "@/tests/support/render-hook";
import { WithText } from "@/tests/support/with-text";

const refresh = vi.fn();
vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh }) }));

const onDone = vi.fn();
const requests: { address: string; body: unknown }[] = [];
let answer: () => Response | Promise<Response>;
let hook: RenderedHook<ReturnType<typeof useDecision>>;

beforeEach(() => {
  requests.length = 0;
  answer = () => Response.json({ recorded: 1, version: 2 });
  vi.stubGlobal("fetch", async (address: string, { body }: { body: string }) => {
    requests.push({ address, body: JSON.parse(body) });
    return answer();
  });
  hook = renderHook(
    () => useDecision(onDone),
    (child) => <WithText>{child}</WithText>,
  );
});
afterEach(() => {
  hook.unmount();
  vi.clearAllMocks();
  vi.unstubAllGlobals();
});

const send = (reason = "Checked.") =>
  act(() => hook.current.send({ claimIds: ["a", "b"], kind: "published", reason }));
const respond = (status: number, body: unknown) => {
  answer = () => Response.json(body, { status });
};

test("a decision is sent for every claim, and the page is loaded again after it", async () => {
  await send(" Checked. ");
  expect(requests).toEqual([
    {
      address: "/api/v1/decisions",
      body: {
        decisions: [
          { claimId: "a", decision: "published", reason: "Checked." },
          { claimId: "b", decision: "published", reason: "Checked." },
        ],
      },
    },
  ]);
  expect(onDone).toHaveBeenCalledOnce();
  expect(refresh).toHaveBeenCalledOnce();
  expect(hook.current).toMatchObject({ busy: false, failure: null, signedOut: false });
});

test("an empty reason is sent as none", async () => {
  await send("  ");
  expect(requests[0]?.body).toMatchObject({ decisions: [{ reason: null }, { reason: null }] });
});

test("a second press while the first is being sent sends nothing", async () => {
  let finish = () => {};
  answer = () =>
    new Promise((done) => {
      finish = () => done(Response.json({}));
    });
  let first: Promise<void> | undefined;
  act(() => {
    first = hook.current.send({ claimIds: ["a"], kind: "published", reason: "" });
  });
  expect(hook.current.busy).toBe(true);
  await send();
  expect(requests).toHaveLength(1);
  await act(async () => {
    finish();
    await first;
  });
  expect(hook.current.busy).toBe(false);
});

test("an ended session asks to sign in, until that is closed or the decision is sent", async () => {
  respond(401, {});
  await send();
  expect(hook.current.signedOut).toBe(true);
  expect(hook.current.failure).toBeNull();
  act(() => hook.current.closeSignIn());
  expect(hook.current.signedOut).toBe(false);
  await send();
  expect(hook.current.signedOut).toBe(true);
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
  ["a conflict", 409, { conflicts: [] }, englishText.t("record.decision.conflict")],
  ["a refusal", 403, { detail: "Not for your role." }, "Not for your role."],
  ["an error of the server", 500, { detail: "Try again." }, "Try again."],
])("%s is shown, nothing is done, and the next try clears it", async (_, status, body, message) => {
  respond(status, body);
  await send();
  expect(hook.current.failure).toBe(message);
  expect(hook.current.busy).toBe(false);
  expect(onDone).not.toHaveBeenCalled();
  expect(refresh).not.toHaveBeenCalled();
  respond(200, {});
  await send();
  expect(hook.current.failure).toBeNull();
});
