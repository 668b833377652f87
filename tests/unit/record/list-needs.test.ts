import { expect, test } from "vitest";
import { listNeeds } from "@/components/entry/list-needs";
import type { GateRequirement } from "@/lib/evidence/gates";

const gates = (...requirements: GateRequirement[]) => new Map([["one", requirements]]);

test("a value and a source are always needed, and there unless something is wrong with them", () => {
  expect(listNeeds({ gates: new Map(), itemFaults: new Map(), sourceFaults: {} })).toEqual([
    { need: "value", met: true },
    { need: "source", met: true },
  ]);
});

test("what any report of the save needs is named once, in the order of the form", () => {
  const needs = listNeeds({
    gates: new Map([
      ...gates(
        { part: "gateConfirmed", met: false },
        { part: "asOf", met: true },
        { part: "quotation", met: false },
      ),
      ["two", [{ part: "asOf", met: true }] as const],
    ]),
    itemFaults: new Map([["one", { gateConfirmed: "Tick it.", quotation: "Quote it." }]]),
    sourceFaults: {},
  });
  expect(needs).toEqual([
    { need: "value", met: true },
    { need: "source", met: true },
    { need: "asOf", met: true },
    { need: "quotation", met: false },
    { need: "gateConfirmed", met: false },
  ]);
});

test("a source without a link and without a place in it is missing", () => {
  const needs = listNeeds({
    gates: gates({ part: "sourceId", met: false }),
    itemFaults: new Map([["one", { locator: "Give the page." }]]),
    sourceFaults: {},
  });
  expect(needs).toContainEqual({ need: "source", met: false });
});

test("a date of the draft is no part of the source; its title is", () => {
  const of = (sourceFaults: Record<string, string>) =>
    listNeeds({ gates: new Map(), itemFaults: new Map(), sourceFaults })
      .filter(({ met }) => !met)
      .map(({ need }) => need);
  expect(of({ asOf: "No date." })).toEqual(["asOf"]);
  expect(of({ title: "No title." })).toEqual(["source"]);
});

test("anything else that is wrong is a correction", () => {
  const needs = listNeeds({
    gates: new Map(),
    itemFaults: new Map([["one", { money: "Too much." }]]),
    sourceFaults: {},
  });
  expect(needs.at(-1)).toEqual({ need: "other", met: false });
});
