import { describe, expect, test } from "vitest";
import { prepareNameFinder } from "@/lib/entry/find-names";

const RASHAKAI = "Rashakai Special Economic Zone";
const find = prepareNameFinder({
  zones: [
    {
      name: RASHAKAI,
      otherNames: ["RSEZ Nowshera", "رشکئی اسپیشل اکنامک زون", "拉沙卡伊经济特区"],
    },
    { name: "Capital SEZ", otherNames: ["CSEZ"] },
    { name: "Quaid-e-Azam Business Park", otherNames: ["QAABP"] },
    { name: "Hub Special Economic Zone", otherNames: [] },
  ],
  firms: ["Novatex", "Vivo", "Hyundai (Nishat)", "Ghani Group", "Novatex"],
});

describe("the names in a text", () => {
  test.each([
    ["Work begins at Rashakai Special Economic Zone’s gate", [RASHAKAI]],
    ["RASHAKAI SEZ gets power", [RASHAKAI]],
    ["The economic zone at Rashakai gets power", [RASHAKAI]],
    ["RSEZ Nowshera: new plots", [RASHAKAI]],
    ["آج رشکئی اسپیشل اکنامک زون میں", [RASHAKAI]],
    ["记者从拉沙卡伊经济特区获悉", [RASHAKAI]],
    ["Quaid e Azam Business Park, and QAABP again", ["Quaid-e-Azam Business Park"]],
    ["Hub Special Economic Zone and Novatex", ["Hub Special Economic Zone", "Novatex"]],
    ["Hyundai builds; Ghani Group follows", ["Hyundai (Nishat)", "Ghani Group"]],
  ])("%s", (text, names) => {
    expect(find(text)).toEqual(names);
  });

  test.each([
    ["a place alone", "Rashakai has a market"],
    ["a common word", "Capital flows into industrial zones"],
    ["a part of a word", "Novatexile and Rashakais zone"],
    ["a short word", "Vivo, CSEZ and a transport hub"],
    ["a part of a name", "The Ghani family"],
    ["nothing", ""],
  ])("are not found in %s", (_what, text) => {
    expect(find(text)).toEqual([]);
  });
});
