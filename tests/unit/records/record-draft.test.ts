import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseFreeId, toSlug } from "@/lib/entry/slug";
import {
  emptyDraft,
  listDraftFaults,
  readDraft,
  splitLines,
  toDraft,
} from "@/lib/records/record-draft";
import { RECORD_KINDS } from "@/lib/records/record-kinds";

const TODAY = "2026-11-25";

describe("the draft of a record", () => {
  it.each(RECORD_KINDS)("an empty %s needs its required parts and nothing else", (kind) => {
    const faults = Object.values(listDraftFaults(kind, emptyDraft(kind), TODAY));
    expect(faults.length).toBeGreaterThan(0);
    expect(new Set(faults)).toEqual(new Set(["required"]));
  });

  it("a figure comes back as it was, null for an empty part", () => {
    const content = {
      constraint: "power",
      label: "Power promised",
      value: 0,
      unit: "MW",
      statement: null,
      period: "2026",
      sourceId: "a-source",
      sourceNote: null,
      quotation: null,
    };
    expect(readDraft("figure", toDraft("figure", content))).toEqual(content);
    const quoted = { ...content, quotation: { text: "拉沙卡伊的电力", lang: "zh" } };
    expect(readDraft("figure", toDraft("figure", quoted))).toEqual(quoted);
  });

  it("a quotation has at most 40 words", () => {
    const fault = (words: number) =>
      listDraftFaults("event", { ...emptyDraft("event"), quotation: "word ".repeat(words) }, TODAY)
        .quotation;
    expect(fault(40)).toBeUndefined();
    expect(fault(41)).toBe("quotation");
  });

  it("numbers, dates and lengths are refused rather than guessed", () => {
    const draft = { ...emptyDraft("figure"), value: "0,125", label: "x".repeat(301) };
    expect(listDraftFaults("figure", draft, TODAY)).toMatchObject({
      value: "number",
      label: "long",
    });
    expect(
      listDraftFaults("event", { ...emptyDraft("event"), date: "2026-02-30" }, TODAY).date,
    ).toBe("date");
  });

  it("dates are read as they are typed", () => {
    const draft = { ...emptyDraft("event"), date: "15 Nov 2026" };
    expect(listDraftFaults("event", draft, TODAY).date).toBeUndefined();
    expect(readDraft("event", draft).date).toBe("2026-11-15");
    const source = { ...emptyDraft("source"), publishedOn: "1 January 2031" };
    expect(listDraftFaults("source", source, TODAY).publishedOn).toBe("future");
  });

  it("a source has whole web addresses and no days in the future", () => {
    const faults = (part: Record<string, string>) =>
      listDraftFaults("source", { title: "A", publisher: "B", kind: "news", ...part }, TODAY);
    expect(faults({ url: "", accessed: "2026-11-25", publishedOn: "2026" })).toEqual({});
    expect(faults({ url: "javascript:alert(1)", archivedUrl: "example" })).toEqual({
      url: "url",
      archivedUrl: "url",
    });
    expect(faults({ accessed: "2026-11-26", publishedOn: "2027" })).toEqual({
      accessed: "future",
      publishedOn: "future",
    });
    expect(faults({ accessed: "2026-11", publishedOn: "2026-11-31" })).toEqual({
      accessed: "date",
      publishedOn: "date",
    });
  });

  it("a source without a date of publication has no estimated one", () => {
    const source = { publishedOn: "2020-05", publishedOnEstimated: true };
    const draft = toDraft("source", source);
    expect(readDraft("source", draft)).toMatchObject(source);
    expect(readDraft("source", { ...draft, publishedOn: "" })).toMatchObject({
      publishedOn: null,
      publishedOnEstimated: false,
    });
  });

  it("names are one on each line, each once", () => {
    expect(splitLines(" Vivo \n\nvivo\nVivo")).toEqual(["Vivo", "vivo"]);
  });

  it("every slug is small letters, digits and single hyphens, and a taken one gets a number", () => {
    fc.assert(
      fc.property(fc.string(), (words) => {
        expect(toSlug(words)).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/);
      }),
    );
    expect(toSlug("Lasbela Économic Zone")).toBe("lasbela-economic-zone");
    const taken = new Set(["hub", "hub-2"]);
    expect(chooseFreeId("hub", (id) => taken.has(id))).toBe("hub-3");
  });
});
