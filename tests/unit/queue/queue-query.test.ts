import { expect, test } from "vitest";
import {
  joinStates,
  parseQueueQuery,
  type QueuedItem,
  type QueueEntry,
  queueAddress,
  selectQueue,
  UNTOUCHED,
} from "@/lib/queue/queue-query";
import type { WorkItem } from "@/lib/queue/work-item";

const item = (key: string, zone: string): WorkItem => ({
  kind: "implied",
  key,
  cause: "needed",
  zone,
  tenancy: null,
  field: "electricity",
  worth: 0,
  reason: "needed",
});

test("an address and its filters are the same, and what cannot be read is left out", () => {
  const query = parseQueueQuery(
    { kind: "stale", zone: "hattar-sez", who: "me", state: "snoozed", page: "2" },
    ["hattar-sez"],
  );
  expect(queueAddress(query)).toBe(
    "/admin/work?kind=stale&zone=hattar-sez&who=me&state=snoozed&page=2",
  );
  const wrong = parseQueueQuery({ kind: "a", zone: "b", state: "c", page: "-1", who: [] }, []);
  expect(queueAddress(wrong)).toBe("/admin/work");
  expect(parseQueueQuery({ who: "some-id" }, []).whose).toEqual({ person: "some-id" });
});

test("items are found by kind, zone, person and place", () => {
  const sara = { id: "sara", name: "Sara" };
  const all: QueuedItem[] = [
    { item: item("a", "one"), state: UNTOUCHED },
    { item: item("b", "two"), state: { ...UNTOUCHED, assignee: sara } },
  ];
  const keys = (part: object, me = "ali") =>
    selectQueue(all, { kind: null, zone: null, whose: "anyone", place: "open", ...part }, me).map(
      ({ item: { key } }) => key,
    );
  expect(keys({})).toEqual(["a", "b"]);
  expect(keys({ zone: "two" })).toEqual(["b"]);
  expect(keys({ kind: "stale" })).toEqual([]);
  expect(keys({ whose: "nobody" })).toEqual(["a"]);
  expect(keys({ whose: "me" })).toEqual([]);
  expect(keys({ whose: "me" }, "sara")).toEqual(["b"]);
  expect(keys({ whose: { person: "sara" } })).toEqual(["b"]);
  expect(keys({ place: "done" })).toEqual([]);
});

test("entries of items that are no longer in the queue do no harm", () => {
  const entry: QueueEntry = {
    ...{ id: "1", item: "gone", cause: "", at: "2026-11-26T08:00:00.000Z" },
    ...{ actor: { id: "a", name: "A" }, assignee: null, until: null, note: null, undoes: null },
    act: "done",
  };
  expect(joinStates([item("a", "one")], [entry], "2026-11-26")).toEqual([
    { item: item("a", "one"), state: UNTOUCHED },
  ]);
});
