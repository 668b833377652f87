import { describe, expect, it } from "vitest";
import {
  changedParts,
  createDraft,
  draftFaults,
} from "@/components/features/sources/use-source-change";
import { englishText } from "@/lib/text/english-text";
import { createSource } from "@/tests/support/facts";

const source = createSource({
  id: "a-source",
  url: "https://old.example/a",
  publishedOn: "2020-05",
  publishedOnEstimated: true,
});
const draft = createDraft(source);

describe("a draft of a source", () => {
  it("changes nothing at first", () => {
    expect(changedParts(draft, source)).toEqual({});
  });

  it("changes only the parts that differ; an emptied part becomes null", () => {
    expect(changedParts({ ...draft, url: " https://new.example/a " }, source)).toEqual({
      url: "https://new.example/a",
    });
    const archivedUrl = "https://web.archive.org/web/2020/https://old.example/a";
    expect(changedParts({ ...draft, archivedUrl }, source)).toEqual({ archivedUrl });
    expect(changedParts({ ...draft, url: "", accessed: "2026-11-20" }, source)).toEqual({
      url: null,
      accessed: "2026-11-20",
    });
  });

  it("without a date of publication has no estimated date", () => {
    const written = createDraft({ ...source, publishedOn: "2019-09-28" }, englishText.partialDate);
    expect(written.publishedOn).toBe("28 Sep 2019");
    expect(changedParts(written, { ...source, publishedOn: "2019-09-28" })).toEqual({});
    expect(changedParts({ ...draft, publishedOn: "" }, source)).toEqual({
      publishedOn: null,
      publishedOnEstimated: false,
    });
  });

  it("cannot be sent without a title, a publisher and a reason, or with a wrong address or date", () => {
    const faults = (part: Partial<typeof draft>) =>
      Object.keys(
        draftFaults(englishText, { ...draft, reason: "It is dead.", ...part }, "2026-11-25"),
      );
    expect(faults({})).toEqual([]);
    expect(faults({ reason: " " })).toEqual(["reason"]);
    expect(faults({ url: "example" })).toEqual(["url"]);
    expect(faults({ url: "javascript:alert(1)" })).toEqual(["url"]);
    expect(faults({ url: "" })).toEqual([]);
    expect(faults({ accessed: "2026-11-26" })).toEqual(["accessed"]);
    expect(faults({ publishedOn: "2026-11-31" })).toEqual(["publishedOn"]);
    expect(faults({ publishedOn: "2027" })).toEqual(["publishedOn"]);
    expect(faults({ publishedOn: "2026" })).toEqual([]);
    expect(faults({ title: "", publisher: " " })).toEqual(["title", "publisher"]);
  });
});
