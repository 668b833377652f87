import { describe, expect, it } from "vitest";
import { foldName, listDuplicates, prepareZoneLikeness } from "@/lib/records/duplicates";

const firm = (id: string, name: string, otherNames: readonly string[] = []) => ({
  id,
  name,
  otherNames,
});

const pairs = (records: Parameters<typeof listDuplicates>[0]) =>
  listDuplicates(records).map(({ first, second, why }) => `${first.id} ${second.id} ${why}`);

describe("records that may be one", () => {
  it("have the same name apart from form words, case, accents and punctuation", () => {
    expect(foldName("Century Steel (Pvt.) Ltd.")).toBe(foldName("CENTURY-STEEL"));
    expect(pairs([firm("a", "Hayat Kimya"), firm("b", "Hayat Kimya Pakistan (Pvt) Ltd")])).toEqual([
      "a b same-name",
    ]);
    expect(pairs([firm("a", "Médicure"), firm("b", "Medicure")])).toEqual(["a b same-name"]);
  });

  it("have another name that is the name of the other, or a name one letter away", () => {
    expect(pairs([firm("a", "Vivo Mobile", ["Vivo"]), firm("b", "vivo")])).toEqual([
      "a b same-name",
    ]);
    expect(pairs([firm("a", "Al-Raqam Packaging"), firm("b", "Al-Raqham Packaging")])).toEqual([
      "a b near-name",
    ]);
    expect(pairs([firm("a", "Dawn"), firm("b", "Dawm")])).toEqual([]);
  });

  it("are sources of the same page, whatever their titles", () => {
    const source = (id: string, url: string | null) => ({ id, name: `Title of ${id}`, url });
    expect(
      pairs([
        source("a", "https://www.dawn.com/news/1?utm_source=x"),
        source("b", "http://dawn.com/news/1/"),
        source("c", "https://dawn.com/news/2"),
        source("d", null),
      ]),
    ).toEqual(["a b same-page"]);
  });

  it("a name of form words alone is compared as it is", () => {
    expect(pairs([firm("a", "Pakistan Company"), firm("b", "International Group")])).toEqual([]);
  });
});

describe("zones with nearly the same name", () => {
  const { find } = prepareZoneLikeness([
    { id: "dera", name: "Dera Marble City Phase II" },
    { id: "hub", name: "Hub", otherNames: ["Hub Industrial Estate"] },
  ]);
  it.each([
    ["Dera Marbel City Phase 2", "dera"],
    ["Dera Marble City Phase 3", undefined],
    ["Dera Marble City", undefined],
    ["HUB special economic zone", "hub"],
    ["Hab", undefined],
  ])("%s may mean %s", (name, id) => {
    expect(find(name)?.id).toBe(id);
  });
});
