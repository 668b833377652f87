import { describe, expect, test } from "vitest";
import { checkDraft, groupServerIssues } from "@/components/entry/check-draft";
import {
  buildRequest,
  createNewFirm,
  type DraftItem,
  effectiveDate,
  emptyDraft,
  emptyItem,
  getContent,
  isTouched,
  newSourceId,
  type RecordDraft,
  withoutSent,
  withRecordIds,
} from "@/components/entry/draft";
import type { FieldKey } from "@/lib/catalogue/fields";
import { SourceRequest } from "@/lib/contract/write-request";
import { findSourceAt } from "@/lib/entry/source-address";
import type { Source } from "@/lib/evidence/ledger-records";
import type { Evidence } from "@/lib/evidence/resolve";
import { emptyDraft as emptyRecord } from "@/lib/records/record-draft";
import { englishText } from "@/lib/text/english-text";
import { createClaim, createEvidence, createSource, createValues } from "../../support/facts";

const item = (part: Partial<DraftItem> = {}): DraftItem => ({
  ...emptyItem("test-zone", "electricity", null, null),
  text: "available",
  ...part,
});

const createDraft = (part: Partial<RecordDraft> = {}): RecordDraft => ({
  ...emptyDraft(),
  sourceId: "a-source",
  items: [item()],
  ...part,
});

const NEW_SOURCE = {
  title: "Grid reaches Dhabeji – at last!",
  publisher: "Dawn",
  url: "",
  publishedOn: "2026-11-02",
  kind: "news",
} as const;

const { t } = englishText;

const TODAY = "2026-11-25";

const DATED = createSource({ id: "a-source", publishedOn: TODAY });

const check = (
  draft: RecordDraft,
  register: readonly Source[] = [DATED],
  evidence: Evidence | null = null,
) =>
  checkDraft(englishText, draft, {
    shownIn: () => createValues(),
    resolutionOf: () => ({ value: evidence?.claim.value ?? null, evidence }),
    findOwner: (name) => (name === "Hub" ? "Hub SEZ" : null),
    sources: new Map(register.map((source) => [source.id, source])),
    today: TODAY,
  });

describe("a draft", () => {
  test("with its source and a value is ready", () => {
    const { ready, claims } = check(createDraft());
    expect(ready).toBe(true);
    expect(claims).toMatchObject([{ zone: "test-zone", value: "available", sourceId: "a-source" }]);
  });

  test("keeps the source’s words, its money and that it reports a fall", () => {
    const typed = item({
      ...{ field: "investmentCommittedUsdM", text: "12.5", decline: true },
      ...{
        quotation: "  زون میں\n بجلی نہیں ",
        quotationLang: "ur",
        amount: "3,500,000,000",
        currency: "pkr",
      },
    });
    const { claims, ready } = check(createDraft({ items: [typed] }));
    expect(ready).toBe(true);
    expect(claims).toMatchObject([
      {
        decline: true,
        quotation: { text: "زون میں بجلی نہیں", lang: "ur" },
        money: { amount: 3_500_000_000, currency: "PKR" },
      },
    ]);
  });

  test("with half of a sum, or a quotation that is too long, is not ready", () => {
    const faultsOf = (part: Partial<DraftItem>) => {
      const typed = item(part);
      return check(createDraft({ items: [typed] })).itemFaults.get(typed.id) ?? {};
    };
    expect(Object.keys(faultsOf({ amount: "12" }))).toEqual(["currency"]);
    expect(Object.keys(faultsOf({ currency: "PKR" }))).toEqual(["money"]);
    expect(Object.keys(faultsOf({ amount: "1.2 bn", currency: "PKR" }))).toEqual(["money"]);
    expect(Object.keys(faultsOf({ quotation: "word ".repeat(41) }))).toEqual(["quotation"]);
    expect(Object.keys(faultsOf({ quotation: "hidden\u202eword" }))).toEqual(["quotation"]);
    expect(faultsOf({ quotation: "word ".repeat(40) })).toEqual({});
  });

  test("sends the sum and the rate of another currency, and dates and units as they were understood", () => {
    const items = [
      item({ field: "investmentCommittedUsdM", text: "Rs 3.5 bn at 280", asOf: "Oct 2026" }),
      item({ field: "powerEnergisedMw", text: "۶۰ MW", note: "It flows." }),
    ];
    const draft = createDraft({ items });
    const { claims, ready } = check(draft);
    expect(ready).toBe(true);
    const sent = buildRequest(englishText, draft, claims).claims;
    expect(sent).toMatchObject([
      {
        value: 12.5,
        asOf: "2026-10",
        money: { amount: 3_500_000_000, currency: "PKR" },
        note: "Converted at 280 PKR per US dollar.",
      },
      { value: 60, note: "It flows.", money: null },
    ]);
  });

  test("gives events and figures an id once, and is not ready while one lacks a part", () => {
    const event = { id: "1", kind: "event", recordId: null } as const;
    const typed = { ...emptyRecord("event"), date: "2026-10", title: "Grid reaches Hub" };
    const again = { ...event, id: "2", typed };
    const draft = createDraft({ records: [{ ...event, typed }, again] });
    const sent = withRecordIds(draft, ["2026-10-grid-reaches-hub"]);
    expect(sent.records.map(({ recordId }) => recordId)).toEqual([
      "2026-10-grid-reaches-hub-2",
      "2026-10-grid-reaches-hub-3",
    ]);
    expect(withRecordIds(sent, [])).toEqual(sent);
    expect(buildRequest(englishText, sent, check(sent).claims).events).toMatchObject([
      { id: "2026-10-grid-reaches-hub-2", sourceId: "a-source", zones: [] },
      { id: "2026-10-grid-reaches-hub-3" },
    ]);
    expect(check(sent).ready).toBe(true);
    const empty = createDraft({ records: [{ ...event, typed: emptyRecord("event") }] });
    expect(check(empty).ready).toBe(false);
    expect(check(empty).recordFaults.get("1")).toEqual({ date: "required", title: "required" });
  });

  test("keeps an event that was added while the others were sent", () => {
    const record = { kind: "event", typed: emptyRecord("event"), recordId: "e" } as const;
    const sent = createDraft({ records: [{ ...record, id: "1" }] });
    const later = { ...sent, records: [...sent.records, { ...record, id: "2" }] };
    expect(withoutSent(later, sent)).toMatchObject({ items: [], records: [{ id: "2" }] });
    expect(withoutSent({ ...sent }, sent)).toBeNull();
  });

  test("sends a new firm with the claims on it, and not one that no claim is on", () => {
    const used = createNewFirm("test-zone", "Indus Batteries");
    const unused = createNewFirm("test-zone", "Nobody");
    const stage = item({ tenancy: used.id, field: "tenancyStage", text: "admitted" });
    const draft = createDraft({ items: [stage], newFirms: [used, unused] });
    expect(used.id).toBe("test-zone--indus-batteries");
    expect(buildRequest(englishText, draft, check(draft).claims).tenancies).toEqual([used]);
    expect(createNewFirm("test-zone", "دھابیجی").id).toMatch(/^test-zone--firm-[a-f0-9]{12}$/);
  });

  test("is checked for each zone by itself", () => {
    const here = item({ field: "enterprisesProducing", text: "9" });
    const there = item({ zone: "other-zone", field: "enterprisesAdmitted", text: "3" });
    expect(check(createDraft({ items: [here, there] })).ready).toBe(true);
    const same = { ...there, zone: here.zone };
    expect(check(createDraft({ items: [here, same] })).ready).toBe(false);
  });

  test("without a source, a claim or a value is not ready, and the missing part is named", () => {
    expect(check(createDraft({ sourceId: null }))).toMatchObject({
      ready: false,
      sourceFaults: { sourceId: expect.any(String) },
    });
    expect(check(createDraft({ items: [] })).ready).toBe(false);
    const empty = item({ text: "" });
    expect(check(createDraft({ items: [empty] })).itemFaults.get(empty.id)).toEqual({
      value: "Choose a value.",
    });
  });

  test("that says “not known” has a value, whatever was typed before", () => {
    const { claims, ready } = check(createDraft({ items: [item({ notKnown: true })] }));
    expect(ready).toBe(true);
    expect(claims[0]?.value).toBeNull();
  });

  test("gives its date to claims without a date of their own", () => {
    const { claims } = check(
      createDraft({ asOf: "2025", items: [item(), item({ asOf: "2026-01" })] }),
    );
    expect(claims.map(({ asOf }) => asOf)).toEqual(["2025", "2026-01"]);
  });

  test("has no date in the future", () => {
    const later = item({ asOf: "2026-12" });
    const fault = "Give a date that is not in the future. Today in Pakistan is 25 Nov 2026.";
    expect(check(createDraft({ items: [later] })).itemFaults.get(later.id)).toEqual({
      asOf: fault,
    });
    expect(check(createDraft({ asOf: "2027" }))).toMatchObject({
      ready: false,
      sourceFaults: { asOf: fault },
    });
    expect(check(createDraft({ asOf: "2026-11-25" })).ready).toBe(true);
    const newSource = { ...NEW_SOURCE, publishedOn: "2026-11-26" };
    expect(check(createDraft({ newSource })).sourceFaults).toEqual({ publishedOn: fault });
  });

  test("has no date after its source was published, whichever date it is", () => {
    const fault = "Give a date that is not after the source of 2 Nov 2026.";
    const own = item({ asOf: "2026-11-03" });
    const { itemFaults } = check(createDraft({ newSource: NEW_SOURCE, items: [own] }));
    expect(itemFaults.get(own.id)).toEqual({ asOf: fault });
    const shared = item();
    const draft = createDraft({ asOf: "2026-11-03", items: [shared] });
    const source = createSource({ id: "a-source", publishedOn: "2026-11-02" });
    expect(check(draft, [source]).itemFaults.get(shared.id)).toEqual({ asOf: fault });
    expect(check({ ...draft, asOf: "2026-11" }, [source]).ready).toBe(true);
    const target = item({ field: "targetGas", text: "2031" });
    expect(check({ ...draft, items: [target] }, [source]).ready).toBe(true);
  });

  test("needs a date where its source has none, or where a report with a date is displayed", () => {
    const faultsOf = (source: Source, evidence: Evidence | null = null) => {
      const draft = createDraft();
      return check(draft, [source], evidence).itemFaults.get(draft.items[0]?.id ?? "");
    };
    const undated = createSource({ id: "a-source", publishedOn: null });
    expect(faultsOf(undated)).toEqual({ asOf: t("record.issue.noDay.source") });
    expect(faultsOf(DATED)).toBeUndefined();
    const shown = (asOf: string | null) =>
      createEvidence(createClaim({ field: "electricity", value: "partial", asOf }));
    expect(faultsOf(DATED, shown("2026-01"))).toEqual({ asOf: t("record.issue.noDay.displayed") });
    expect(faultsOf({ ...DATED, publishedOn: "2019" }, shown("2026-01"))).toBeUndefined();
  });

  test("has no date before 1947", () => {
    const early = item({ asOf: "1946-12-31" });
    expect(check(createDraft({ items: [early] })).itemFaults.get(early.id)).toEqual({
      asOf: "Give a date from 1947 on.",
    });
    expect(check(createDraft({ asOf: "1946" })).sourceFaults).toEqual({
      asOf: "Give a date from 1947 on.",
    });
    expect(check(createDraft({ asOf: "1947" })).ready).toBe(true);
  });

  test("asks for a note where two facts contradict each other", () => {
    const admitted = item({ field: "enterprisesAdmitted", text: "5" });
    const producing = item({ field: "enterprisesProducing", text: "6", locator: "p. 2" });
    const { itemFaults, ready } = check(createDraft({ items: [admitted, producing] }));
    const note =
      "More firms are producing (6) than are admitted (5). Correct the number, or say in your words why it is right.";
    expect(ready).toBe(false);
    expect(itemFaults.get(admitted.id)).toEqual({ note });
    expect(itemFaults.get(producing.id)).toEqual({ note });
    const noted = [admitted, producing].map((one) => ({ ...one, note: "The source counts both." }));
    expect(check(createDraft({ items: noted })).ready).toBe(true);
  });

  test.each([
    ["dawn.com/news", "https://"],
    ["ftp://dawn.com/", "https://"],
    ["javascript:alert(1)", "https://"],
    ["https://ali:secret@dawn.com/", "user name"],
    ["http://intranet/news", "public internet"],
  ])("does not allow the address %s, as the ledger does not", (url, words) => {
    expect(check(createDraft({ newSource: { ...NEW_SOURCE, url } })).sourceFaults).toEqual({
      url: expect.stringContaining(words),
    });
    expect(
      SourceRequest.safeParse({ ...getContent({ ...NEW_SOURCE, url }), id: "a" }).success,
    ).toBe(false);
  });

  test.each([
    ["areaAcres", "many", "This is not a number. Type it in digits, such as 1,250.5."],
    ["jobs", "1.5", /a whole number from 0 to 1,000,000/],
    ["plotsBuiltPct", "101", /from 0 to 100/],
    ["sectors", "steel, n/a", /can mean unknown, none or not applicable/],
    ["dependenceMarket", "5", /Allowed: 0, 1, 2, 3 or 4/],
    ["status", "", "Choose a value."],
    ["location", "67", /Type latitude and longitude/],
    ["name", " ", "Type a value."],
    ["approvedOn", "2020-13", /This is not a date/],
    ["nationality", "Chinax land", /Type the country’s name or its 2-letter code/],
  ] as const)(
    "on %s does not allow “%s” and says what is allowed",
    (field: FieldKey, text, value) => {
      const wrong = item({ field, text });
      const faults = check(createDraft({ items: [wrong] })).itemFaults.get(wrong.id);
      expect(faults).toEqual({ value: expect.stringMatching(value) });
    },
  );

  test("names the missing requirements of a step up a ladder", () => {
    const step = item({ field: "status", text: "operational" });
    const { itemFaults, ready } = check(createDraft({ items: [step] }));
    expect(ready).toBe(false);
    expect(Object.keys(itemFaults.get(step.id) ?? {})).toEqual([
      "asOf",
      "locator",
      "quotation",
      "gateConfirmed",
      "origin",
    ]);
    const count = item({ field: "enterprisesProducing", text: "6" });
    const full = {
      ...step,
      ...{ asOf: "2026", locator: "p. 2", quotation: "Six produce.", gateConfirmed: true },
    };
    expect(check(createDraft({ items: [full, count] })).ready).toBe(true);
  });

  test("is kept once anything was typed", () => {
    expect(isTouched(emptyDraft())).toBe(false);
    expect(isTouched({ ...emptyDraft(), items: [emptyItem("test-zone", "gas", null, null)] })).toBe(
      false,
    );
    expect(isTouched({ ...emptyDraft(), items: [item()] })).toBe(true);
    const dated = { ...emptyItem("test-zone", "gas", null, null), asOf: "2025" };
    expect(isTouched({ ...emptyDraft(), items: [dated] })).toBe(true);
  });
});

test("the request has the ids, the claims they are based on, and the new source", () => {
  const draft = createDraft({
    sourceId: null,
    newSource: NEW_SOURCE,
    items: [item({ basedOn: "seen" })],
  });
  const { claims } = check(draft);
  const request = buildRequest(englishText, draft, claims);
  expect(request.claims).toMatchObject([{ id: draft.items[0]?.id, basedOn: "seen" }]);
  expect(request.sources).toEqual([{ ...NEW_SOURCE, id: claims[0]?.sourceId, url: null }]);
  for (const source of request.sources ?? [])
    expect(SourceRequest.safeParse(source).success).toBe(true);
  expect(claims[0]?.sourceId).toBe("dawn-2026-11-02-grid-reaches-dhabeji-at-last");
});

describe("a new source", () => {
  const id = "dawn-2026-11-02-grid-reaches-dhabeji-at-last";
  const idBeside = (...register: readonly Source[]) =>
    check(createDraft({ newSource: NEW_SOURCE }), register).claims[0]?.sourceId;

  test("has an id of its own beside one with the same words, and keeps it when it is sent again", () => {
    const recorded = createSource({ id, ...getContent(NEW_SOURCE) });
    const other = createSource({ id, ...getContent(NEW_SOURCE), url: "https://dawn.com/another" });
    expect(idBeside(other)).toBe(`${id}-2`);
    expect(idBeside(other, createSource({ ...other, id: `${id}-2` }))).toBe(`${id}-3`);
    expect(idBeside(recorded)).toBe(id);
    expect(idBeside(other, { ...recorded, id: `${id}-2` })).toBe(`${id}-2`);
    // The ledger keeps the host in small letters.
    const lower = createSource({ ...recorded, url: "https://dawn.com/A" });
    const newSource = { ...NEW_SOURCE, url: "HTTPS://Dawn.com/A" };
    expect(newSourceId(newSource, new Map([[id, lower]]))).toBe(id);
  });

  test.each([
    [{ title: "دھابیجی", publisher: "جنگ", publishedOn: "2026-11-02" }, "2026-11-02"],
    [{ title: "دھابیجی", publisher: "جنگ", publishedOn: "" }, "source"],
    [{ title: "Dhabeji", publisher: "Dawn", publishedOn: "not yet" }, "dawn-dhabeji"],
  ])("of %o has the id %s", (part, expected) => {
    const newSource = { ...NEW_SOURCE, ...part };
    expect(newSourceId(newSource, new Map())).toBe(expected);
    expect(SourceRequest.shape.id.safeParse(expected).success).toBe(true);
  });

  test("is compared with existing sources by its web address", () => {
    const known = createSource({ id: "known", url: "http://www.dawn.com/news/17/" });
    const existing = [
      createSource({ id: "known", url: null }),
      known,
      createSource({ id: "known", url: "https://dawn.com/news/18" }),
    ];
    expect(findSourceAt(" https://dawn.com/news/17#more ", existing)).toBe(known);
    expect(findSourceAt("https://dawn.com/news/17?page=2", existing)).toBeUndefined();
    expect(findSourceAt("dawn", existing)).toBeUndefined();
  });
});

test("a claim without a date is in effect from that of its source, else from today", () => {
  const draft = createDraft();
  const [claim] = check(draft).claims;
  if (!claim) throw new Error("no claim");
  const dated = new Map([["a-source", createSource({ id: "a-source", publishedOn: "2024-05" })]]);
  expect(effectiveDate(claim, draft, dated, "2026-11-25")).toBe("2024-05");
  expect(effectiveDate(claim, draft, new Map(), "2026-11-25")).toBe("2026-11-25");
  expect(effectiveDate({ ...claim, asOf: "2023" }, draft, dated, "2026-11-25")).toBe("2023");
});

test("issues of the server are grouped by the item at fault", () => {
  const draft = createDraft({ items: [item(), item({ field: "gas" })] });
  const { claims } = check(draft);
  const issues = groupServerIssues([{ index: 1, param: "value", message: "No." }], claims);
  expect([...issues]).toEqual([[draft.items[1]?.id, { value: "No." }]]);
});
