import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { callAction, postChanges, uuidV7 } from "@/lib/client/send-changes";
import { englishText } from "@/lib/text/english-text";
import { createClaim } from "@/tests/support/facts";

const { t } = englishText;

describe("an id", () => {
  test("has the version, the variant and the time of RFC 9562", () => {
    const id = uuidV7(0x017f22e279b0);
    expect(id).toMatch(/^017f22e2-79b0-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  test("sorts after earlier ids and is unique", () => {
    expect(uuidV7(1_000) < uuidV7(1_001)).toBe(true);
    const ids = Array.from({ length: 1000 }, () => uuidV7(5));
    expect(new Set(ids).size).toBe(1000);
  });

  test("keeps its version and variant whatever the random bits are", () => {
    const ids = Array.from({ length: 300 }, () => uuidV7(5));
    for (const id of ids) expect(id).toMatch(/^00000000-0005-7...-[89ab]...-.{12}$/);
    expect(new Set(ids.map((id) => id[15])).size).toBe(16);
    expect(new Set(ids.map((id) => id[19])).size).toBe(4);
    expect(new Set(ids.map((id) => id[20])).size).toBe(16);
  });
});

describe("a write to the ledger", () => {
  const requests: { address: string; init: RequestInit }[] = [];
  let answer: () => Response;
  const send = () => postChanges(englishText.t, "/api/v1/claims", { claims: [] });
  const json = (status: number, body: unknown) => () => Response.json(body, { status });

  beforeEach(() => {
    requests.length = 0;
    vi.stubGlobal("fetch", async (address: string, init: RequestInit) => {
      requests.push({ address, init });
      return answer();
    });
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  test("posts JSON, and is given up after 30 seconds", async () => {
    const timeout = vi.spyOn(AbortSignal, "timeout");
    answer = json(200, { recorded: 1, version: 2 });
    await send();
    expect(requests).toMatchObject([
      {
        address: "/api/v1/claims",
        init: {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: '{"claims":[]}',
          signal: timeout.mock.results[0]?.value,
        },
      },
    ]);
    expect(timeout).toHaveBeenCalledWith(30_000);
  });

  const current = createClaim({ field: "jobs", value: 900 });
  const fault = { index: 0, part: "value", message: "Too many." };
  const issue = { index: 0, param: "value", message: "Too many." };
  test.each<[string, () => Response, unknown]>([
    [
      "is done, with what was recorded and the revision",
      json(201, { recorded: 2, version: 5 }),
      { kind: "done", recorded: 2, revision: 5, submission: null },
    ],
    [
      "is done even if the answer cannot be read",
      () => new Response("", { status: 200 }),
      { kind: "done", recorded: 0, revision: 0, submission: null },
    ],
    ["needs a sign-in", json(401, { detail: "Sign in." }), { kind: "signed-out" }],
    [
      "is in conflict with a newer value",
      json(409, { conflicts: [{ index: 0, current }] }),
      { kind: "conflict", conflicts: [{ index: 0, current }] },
    ],
    [
      "has an issue, under the parameter's name",
      json(422, { faults: [fault] }),
      { kind: "invalid", issues: [issue] },
    ],
    [
      "reuses an id",
      json(409, { code: "claim-id-reused", faults: [fault] }),
      { kind: "id-reused", issues: [issue] },
    ],
    [
      "is rejected with the server's detail",
      json(403, { detail: "Not for your role.", title: "Forbidden" }),
      { kind: "rejected", message: "Not for your role." },
    ],
    [
      "is rejected with the title where there is no detail",
      json(499, { title: "Forbidden" }),
      { kind: "rejected", message: "Forbidden" },
    ],
    [
      "failed on the server",
      json(500, { detail: "Report this." }),
      { kind: "failed", message: "Report this." },
    ],
    [
      "failed in a proxy that gives no reason",
      () => new Response("<html>", { status: 503 }),
      { kind: "failed", message: t("errors.status", { status: "503" }) },
    ],
    [
      "failed without an answer",
      () => {
        throw new TypeError("fetch failed");
      },
      { kind: "failed", message: t("errors.unreachable") },
    ],
  ])("%s", async (_, given, outcome) => {
    answer = given;
    expect(await send()).toEqual(outcome);
  });
});

describe("a call of a server action", () => {
  test("gives the action its input and returns its result", async () => {
    const action = async (input: unknown) => ({ ok: true as const, value: input });
    expect(await callAction(englishText.t, action, "asma")).toEqual({ ok: true, value: "asma" });
  });

  test("without an answer is a failure that signs nobody out", async () => {
    const action = async () => {
      throw new TypeError("fetch failed");
    };
    expect(await callAction(englishText.t, action, "asma")).toEqual({
      ok: false,
      issues: [],
      message: t("errors.unreachable"),
      signedOut: false,
    });
  });
});
