import { describe, expect, it } from "vitest";
import { parseQuery } from "@/lib/query/parse-query";
import { listActiveConditions } from "@/lib/query/query-edits";
import { conditionWords } from "@/lib/text/condition-words";

const names = new Map([["hub-sez", "Hub Special Economic Zone"]]);
const words = (search: string) => {
  const { query } = parseQuery(new URLSearchParams(search));
  return listActiveConditions(query).map((key) => conditionWords(query, key, names));
};

describe("a condition in words", () => {
  it.each([
    ["province=sindh,punjab", "Province or territory: Sindh or Punjab"],
    ["status=serviced,partially-operational,operational", "Progress on site: serviced or beyond"],
    ["legalStatus=developer-bound", "Legal status: developer contracted"],
    ["legalStatus=notified,unknown", "Legal status: Notified or unknown"],
    ["areaAcres=100..500,unknown", "Area: 100 to 500 acres or unknown"],
    ["areaAcres=1500..", "Area: 1,500 acres or more"],
    ["enterprisesProducing=..3,not-applicable", "Firms producing: up to 3 firms or not applicable"],
    ["approvedOn=2019..2021-06", "Approved on: 2019 to Jun 2021"],
    ["preExistingEstate=true", "Industrial estate before approval: yes"],
    ["contested=true", "Any value contested: Yes"],
    ["q=karachi", "“karachi”"],
    ["readinessMin=50", "Readiness certainly at least 50"],
    ["coverageMin=0.4", "At least 40% known"],
    ["zones=hub-sez", "Only Hub"],
    ["zones=hub-sez,a,b", "Only 3 zones picked"],
  ])("%s", (search, said) => {
    expect(words(search)).toEqual([said]);
  });
});
