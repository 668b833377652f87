// @vitest-environment happy-dom
import { act } from "react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { useRecord } from "@/components/entry/use-record";
import { uuidV7 } from "@/lib/client/send-changes";
import { packRow } from "@/lib/evidence/row";
import { englishText } from "@/lib/text/english-text";
import { createClaim, createEvidence, createRow, createSource } from "@/tests/support/facts";
import { type RenderedHook, renderHook } from "@/tests/support/render-hook";
import { WithText } from "@/tests/support/with-text";

const refresh = vi.fn();
vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh }) }));
const toast = vi.fn();
vi.mock("@/components/ui/toast", () => ({ toast: (...told: unknown[]) => toast(...told) }));

interface SentClaim {
  readonly id: string;
  readonly value: unknown;
  readonly basedOn: string | null;
}

/** How the ledger answers one request. `lost`: it records, but the connection breaks before the answer. */
type Answer = "record" | "lost" | "unreachable" | { status: number; body: unknown };

/** A ledger that records each id once, as `POST /api/v1/claims` does, and answers as the test says. */
function startLedger() {
  const recorded = new Map<string, SentClaim>();
  const requests: { claims: readonly SentClaim[] }[] = [];
  const answers: Answer[] = [];
  const record = (claims: readonly SentClaim[]): Response => {
    const issues = claims.flatMap((claim, index) => {
      const known = recorded.get(claim.id);
      return known && known.value !== claim.value ? [{ index, part: "id", message: "Used." }] : [];
    });
    if (issues.length > 0) {
      return Response.json({ code: "claim-id-reused", faults: issues }, { status: 409 });
    }
    const added = claims.filter(({ id }) => !recorded.has(id));
    for (const claim of added) recorded.set(claim.id, claim);
    return Response.json({ recorded: added.length, version: 2 });
  };
  const session = { user: { id: "asma", name: "Asma", role: "analyst" } as object | null };
  const fetch = async (address: string, { body }: { body: string }) => {
    if (address === "/api/auth/get-session") return Response.json(session);
    if (address !== "/api/v1/claims") throw new Error(`no answer for ${address}`);
    const request = JSON.parse(body);
    requests.push(request);
    const answer = answers.shift() ?? "record";
    if (answer === "unreachable") throw new TypeError("fetch failed");
    if (typeof answer === "object") return Response.json(answer.body, { status: answer.status });
    const response = record(request.claims);
    if (answer === "lost") throw new TypeError("fetch failed");
    return response;
  };
  return { recorded, requests, answers, session, fetch };
}

describe("a report that is sent", () => {
  const known = createEvidence({ field: "jobs", value: 100 });
  const subject = {
    personId: "asma",
    zone: "test-zone",
    zones: [{ slug: "test-zone", name: "Test Zone", otherNames: [] }],
    loadEvidence: null,
    undo: vi.fn(),
    today: "2026-11-25",
    version: 1,
    rows: [packRow(createRow({ jobs: 100 }))],
    evidence: { "test-zone": [{ field: "jobs", tenancy: null, evidence: [known] }] },
    tenancies: [],
    sources: [
      createSource({ id: "a-source", url: "https://example.org", publishedOn: "2026-11-25" }),
    ],
  } as const;
  let ledger: ReturnType<typeof startLedger>;
  let form: RenderedHook<ReturnType<typeof useRecord>>;
  let stream: EventTarget;

  const open = () =>
    renderHook(
      () => useRecord(subject),
      (child) => <WithText>{child}</WithText>,
    );
  const submit = async () => {
    let next: string | null = null;
    await act(async () => {
      next = await form.current.submit();
    });
    return next;
  };
  const item = () => {
    const [first] = form.current.draft.items;
    if (!first) throw new Error("no item");
    return first;
  };
  const expectRecorded = () => {
    const action = expect.objectContaining({ label: "Undo" });
    expect(toast).toHaveBeenLastCalledWith("The report is recorded.", action);
  };
  const type = (text: string) => act(() => form.current.change(item().id, { text }));

  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
    toast.mockClear();
    ledger = startLedger();
    vi.stubGlobal("fetch", ledger.fetch);
    vi.stubGlobal(
      "EventSource",
      class extends EventTarget {
        constructor() {
          super();
          stream = this;
        }
        close() {}
      },
    );
    refresh.mockClear();
    form = open();
    act(() =>
      form.current.setDraft((draft) => ({ ...draft, sourceId: "a-source", asOf: "2026-11" })),
    );
    act(() => {
      form.current.add({ zone: "test-zone", field: "jobs", tenancy: null });
    });
    type("1234");
  });
  afterEach(() => {
    form.unmount();
    vi.unstubAllGlobals();
  });

  /** What was typed is in the form, and in the form after a reload. */
  const expectKept = () => {
    expect(item().text).toBe("1234");
    form.unmount();
    form = open();
    expect(form.current.restored).toBe(true);
    expect(item().text).toBe("1234");
  };

  test("is read again with news for its own person alone", async () => {
    const tell = (version: number) =>
      act(async () => {
        const data = JSON.stringify({ version, identity: `r${version}`, zones: [] });
        stream.dispatchEvent(new MessageEvent("version", { data }));
        await new Promise((resolve) => setTimeout(resolve, 20));
      });
    await tell(2);
    expect(refresh).toHaveBeenCalledTimes(1);
    ledger.session.user = null;
    await tell(3);
    ledger.session.user = { id: "bilal", name: "Bilal", role: "analyst" };
    await tell(4);
    expect(refresh).toHaveBeenCalledTimes(1);
    expect(form.current.otherPerson).toBe("Bilal");
    expect(item().text).toBe("1234");
  });

  test("is recorded, and its draft is deleted", async () => {
    const { id } = item();
    expect(await submit()).toBe("start");
    expectRecorded();
    expect(ledger.recorded.get(id)).toMatchObject({ value: 1234, basedOn: known.claim.id });
    expect(form.current.draft.items).toEqual([]);
    expect(Object.keys({ ...localStorage })).toEqual(["cpec-sez-tracker/sources/asma"]);
  });

  test("can be undone from the message that it is recorded", async () => {
    subject.undo.mockResolvedValueOnce({ ok: true, value: 9 });
    await submit();
    const [, action] = toast.mock.lastCall ?? [];
    await act(async () => action.onPress());
    expect(subject.undo).toHaveBeenCalledWith({ revision: expect.any(Number) });
    expect(toast).toHaveBeenLastCalledWith("Undone");
  });

  test("says why it cannot be undone", async () => {
    const message = "Somebody has built on it.";
    subject.undo.mockResolvedValueOnce({ ok: false, issues: [], message, signedOut: false });
    await submit();
    const [, action] = toast.mock.lastCall ?? [];
    await act(async () => action.onPress());
    expect(toast).toHaveBeenLastCalledWith(message);
  });

  test("is not sent before it is complete", async () => {
    type("many");
    expect(await submit()).toBe("missing");
    expect(ledger.requests).toEqual([]);
    expect(form.current.failure).toBe("Nothing is recorded yet. Complete the marked fields.");
  });

  test("is sent once by two presses of the button", async () => {
    await act(async () => {
      await Promise.all([form.current.submit(), form.current.submit()]);
    });
    expect(ledger.requests).toHaveLength(1);
  });

  test("is recorded once if it is sent again after a lost answer", async () => {
    ledger.answers.push("lost");
    await submit();
    expect(toast).not.toHaveBeenCalled();
    expect(form.current.failure).toContain("What you typed is still here");
    form.unmount();
    form = open();
    await submit();
    const [first, second] = ledger.requests;
    expect(second).toEqual(first);
    expectRecorded();
    expect([...ledger.recorded.values()].map(({ value }) => value)).toEqual([1234]);
  });

  test("is another report if it is changed after a lost answer", async () => {
    ledger.answers.push("lost");
    await submit();
    const { id } = item();
    type("1300");
    await submit();
    expect(form.current.failure).toContain("The first version of this report was recorded");
    expect(item().text).toBe("1300");
    expect(item().id).not.toBe(id);
    await submit();
    expect([...ledger.recorded.values()].map(({ value }) => value)).toEqual([1234, 1300]);
  });

  test("stays in the form after a conflict, and is recorded once the editor keeps it", async () => {
    const current = createClaim({ field: "jobs", value: 900 });
    ledger.answers.push({ status: 409, body: { conflicts: [{ index: 0, current }] } });
    expect(await submit()).toBe("choice");
    expect(form.current.failure).toContain("Nothing of yours is recorded yet");
    expect(form.current.conflictOf(item())).toEqual(current);
    expect(item().text).toBe("1234");
    act(() => form.current.overwrite(item(), current));
    await submit();
    expect(ledger.requests.at(-1)?.claims).toMatchObject([{ value: 1234, basedOn: current.id }]);
    expectRecorded();
  });

  test("survives a reload after a conflict", async () => {
    const current = createClaim({ field: "jobs", value: 900 });
    ledger.answers.push({ status: 409, body: { conflicts: [{ index: 0, current }] } });
    await submit();
    expectKept();
  });

  test("is kept when the database is away, with the server's message", async () => {
    const detail = englishText.t("api.request.writeAway");
    ledger.answers.push({ status: 503, body: { title: "Not available", detail } });
    expect(await submit()).toBeNull();
    expect(form.current.failure).toBe(detail);
    expect(form.current.busy).toBe(false);
    expectKept();
    await submit();
    expectRecorded();
  });

  test("is kept when a proxy answers 503 without a message", async () => {
    ledger.answers.push({ status: 503, body: null });
    await submit();
    expect(form.current.failure).toBe("The server answered with status 503.");
    expectKept();
  });

  test("is kept when the server cannot be reached", async () => {
    ledger.answers.push("unreachable");
    await submit();
    expect(form.current.failure).toContain("The server cannot be reached");
    expectKept();
  });

  test("is kept when the session has ended, and asks to sign in", async () => {
    ledger.answers.push({ status: 401, body: {} });
    await submit();
    expect(form.current.signedOut).toBe(true);
    expectKept();
  });

  /** Holds the answer of the ledger back. @returns lets it come */
  const holdAnswer = () => {
    let release = () => {};
    const held = new Promise<void>((done) => {
      release = done;
    });
    vi.stubGlobal("fetch", async (address: string, init: { body: string }) => {
      if (address === "/api/v1/claims") await held;
      return ledger.fetch(address, init);
    });
    return async () => release();
  };

  test("leaves in the form what was typed while it was sent", async () => {
    const { id } = item();
    const answer = holdAnswer();
    let next: unknown = "none";
    await act(async () => {
      void form.current.submit().then((value) => {
        next = value;
      });
    });
    type("1300");
    act(() => {
      form.current.add({ zone: "test-zone", field: "electricity", tenancy: null }, "available");
    });
    await act(answer);
    expectRecorded();
    expect([...ledger.recorded.keys()]).toEqual([id]);
    expect(next).toBeNull();
    expect(form.current.draft.items.map(({ text }) => text)).toEqual(["1300", "available"]);
    expect(item().id).not.toBe(id);
    await submit();
    expect([...ledger.recorded.values()].map(({ value }) => value)).toEqual([
      1234,
      1300,
      "available",
    ]);
    expect(Object.keys({ ...localStorage })).toEqual(["cpec-sez-tracker/sources/asma"]);
  });

  test("leaves in the form a report that was added while it was sent, without the sent ones", async () => {
    const answer = holdAnswer();
    await act(async () => void form.current.submit());
    act(() => {
      form.current.add({ zone: "test-zone", field: "electricity", tenancy: null }, "available");
    });
    await act(answer);
    expect(form.current.draft).toMatchObject({
      sourceId: "a-source",
      items: [{ field: "electricity", text: "available" }],
    });
    expect(Object.values({ ...localStorage }).join()).toContain("electricity");
  });

  test("of a resumed draft is based on what its zone shows", async () => {
    const other = {
      ...form.current.draft,
      id: "other",
      items: [{ ...item(), id: uuidV7(), basedOn: undefined }],
    };
    act(() => form.current.resumeDraft(other));
    expect(item().basedOn).toBe(known.claim.id);
    expect(await submit()).toBe("start");
  });

  test("is kept when the server finds an issue, which is shown at the report", async () => {
    const faults = [{ index: 0, part: "value", message: "Too many." }];
    ledger.answers.push({ status: 422, body: { faults } });
    expect(await submit()).toBe("missing");
    expect(form.current.fromServer.get(item().id)).toEqual({ value: "Too many." });
    expectKept();
  });
});
