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

describe("the draft of a record", () => {
  it.each(RECORD_KINDS)("an empty %s needs its required parts and nothing else", (kind) => {
    const faults = Object.values(listDraftFaults(kind, emptyDraft(kind)));
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
      listDraftFaults("event", { ...emptyDraft("event"), quotation: "word ".repeat(words) })
        .quotation;
    expect(fault(40)).toBeUndefined();
    expect(fault(41)).toBe("quotation");
  });

  it("numbers, dates and lengths are refused rather than guessed", () => {
    const draft = { ...emptyDraft("figure"), value: "0,125", label: "x".repeat(301) };
    expect(listDraftFaults("figure", draft)).toMatchObject({ value: "number", label: "long" });
    expect(listDraftFaults("event", { ...emptyDraft("event"), date: "2026-02-30" }).date).toBe(
      "date",
    );
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
