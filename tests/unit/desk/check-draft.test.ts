import { describe, expect, test } from "vitest";
import { checkDraft, serverFaults } from "@/components/desk/check-draft";
import {
  type DraftItem,
  emptyDraft,
  emptyItem,
  heldFrom,
  isTouched,
  type RecordDraft,
  requestOf,
  sourceIdOf,
} from "@/components/desk/draft";
import { SourceRequest } from "@/lib/contract/write-request";
import { sourceOf, valuesOf } from "../../support/facts";

const item = (part: Partial<DraftItem> = {}): DraftItem => ({
  ...emptyItem("electricity", null, null),
  text: "available",
  ...part,
});

const draftOf = (part: Partial<RecordDraft> = {}): RecordDraft => ({
  ...emptyDraft(),
  sourceId: "a-source",
  items: [item()],
  ...part,
});

const check = (draft: RecordDraft) => checkDraft(draft, "test-zone", valuesOf());

describe("a draft", () => {
  test("with its source and a value is ready", () => {
    const { ready, claims } = check(draftOf());
    expect(ready).toBe(true);
    expect(claims).toMatchObject([{ zone: "test-zone", value: "available", sourceId: "a-source" }]);
  });

  test("without a source, a claim or a value is not, and says what is missing", () => {
    expect(check(draftOf({ sourceId: null }))).toMatchObject({
      ready: false,
      sourceFaults: { sourceId: expect.any(String) },
    });
    expect(check(draftOf({ items: [] })).ready).toBe(false);
    const empty = item({ text: "" });
    expect(check(draftOf({ items: [empty] })).itemFaults.get(empty.id)).toEqual({
      value: expect.stringContaining("one of"),
    });
  });

  test("“not known” is a value, whatever was typed before", () => {
    const { claims, ready } = check(draftOf({ items: [item({ notKnown: true })] }));
    expect(ready).toBe(true);
    expect(claims[0]?.value).toBeNull();
  });

  test("gives its date to the claims that have none of their own", () => {
    const { claims } = check(draftOf({ asOf: "2025", items: [item(), item({ asOf: "2026-01" })] }));
    expect(claims.map(({ asOf }) => asOf)).toEqual(["2025", "2026-01"]);
  });

  test("names what a step up a ladder still lacks", () => {
    const step = item({ field: "status", text: "operational" });
    const { itemFaults, ready } = check(draftOf({ items: [step] }));
    expect(ready).toBe(false);
    expect(Object.keys(itemFaults.get(step.id) ?? {})).toEqual([
      "asOf",
      "note",
      "gateConfirmed",
      "origin",
    ]);
    const count = item({ field: "enterprisesProducing", text: "6" });
    const full = { ...step, asOf: "2026", note: "Six produce.", gateConfirmed: true };
    expect(check(draftOf({ items: [full, count] })).ready).toBe(true);
  });

  test("is worth keeping once anything was typed", () => {
    expect(isTouched(emptyDraft())).toBe(false);
    expect(isTouched({ ...emptyDraft(), items: [emptyItem("gas", null, null)] })).toBe(false);
    expect(isTouched({ ...emptyDraft(), items: [item()] })).toBe(true);
  });
});

test("what is sent holds the ids, what each claim was made over, and the new source", () => {
  const newSource = {
    title: "Grid reaches Dhabeji – at last!",
    publisher: "Dawn",
    url: "",
    publishedOn: "2026-11-02",
    kind: "news",
  } as const;
  const draft = draftOf({ sourceId: null, newSource, items: [item({ basedOn: "seen" })] });
  const { claims } = check(draft);
  const request = requestOf(draft, claims);
  expect(request.claims).toMatchObject([{ id: draft.items[0]?.id, basedOn: "seen" }]);
  expect(request.sources).toEqual([{ ...newSource, id: sourceIdOf(newSource), url: null }]);
  for (const source of request.sources ?? [])
    expect(SourceRequest.safeParse(source).success).toBe(true);
  expect(claims[0]?.sourceId).toBe("dawn-2026-11-02-grid-reaches-dhabeji-at-last");
});

test("a claim without a date holds from its source's, else from today", () => {
  const draft = draftOf();
  const [claim] = check(draft).claims;
  if (!claim) throw new Error("no claim");
  const dated = new Map([["a-source", sourceOf({ id: "a-source", publishedOn: "2024-05" })]]);
  expect(heldFrom(claim, draft, dated, "2026-11-25")).toBe("2024-05");
  expect(heldFrom(claim, draft, new Map(), "2026-11-25")).toBe("2026-11-25");
  expect(heldFrom({ ...claim, asOf: "2023" }, draft, dated, "2026-11-25")).toBe("2023");
});

test("the server's faults come to the item that they are about", () => {
  const draft = draftOf({ items: [item(), item({ field: "gas" })] });
  const { claims } = check(draft);
  const faults = serverFaults([{ index: 1, part: "value", message: "No." }], claims);
  expect([...faults]).toEqual([[draft.items[1]?.id, { value: "No." }]]);
});
