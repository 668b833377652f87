import { describe, expect, test } from "vitest";
import { computeItemState, placeOf, type QueueAct, type QueueEntry } from "@/lib/queue/queue-query";

const SARA = { id: "sara", name: "Sara" };
const ALI = { id: "ali", name: "Ali" };
const TODAY = "2026-11-26";

let made = 0;
function entry(act: QueueAct | "undo", part: Partial<QueueEntry> = {}): QueueEntry {
  made += 1;
  return {
    id: String(made),
    item: "disputed a status",
    cause: "one",
    act,
    at: "2026-11-26T08:00:00.000Z",
    actor: SARA,
    assignee: null,
    until: null,
    note: null,
    undoes: null,
    ...part,
  };
}

const stateOf = (entries: readonly QueueEntry[], cause = "one") =>
  computeItemState(entries, cause, TODAY);

describe("computeItemState", () => {
  test("gives the item to whom it was assigned last, also after its facts changed", () => {
    const entries = [entry("assign", { assignee: SARA }), entry("assign", { assignee: ALI })];
    expect(stateOf(entries).assignee).toEqual(ALI);
    expect(stateOf(entries, "two").assignee).toEqual(ALI);
    expect(stateOf([...entries, entry("assign")]).assignee).toBeNull();
  });

  test("takes the order from the ids, not from the list", () => {
    const [first, last] = [
      entry("assign", { id: "9", assignee: SARA }),
      entry("assign", { id: "10", assignee: ALI }),
    ];
    expect(stateOf([last, first]).assignee).toEqual(ALI);
  });

  test("is done until its facts change, and says that it came back", () => {
    const entries = [entry("done")];
    expect(placeOf(stateOf(entries))).toBe("done");
    const changed = stateOf(entries, "two");
    expect(placeOf(changed)).toBe("open");
    expect(changed.returned).toBe(true);
  });

  test("is put away to the end of the day of its snooze", () => {
    const until = (day: string) => [entry("snooze", { until: day, note: "Later." })];
    expect(placeOf(stateOf(until(TODAY)))).toBe("snoozed");
    expect(placeOf(stateOf(until("2026-11-25")))).toBe("open");
    expect(placeOf(stateOf(until("2026-12-25"), "two"))).toBe("open");
  });

  test("an undone act never happened, and the act before it applies again", () => {
    const first = entry("assign", { assignee: SARA });
    const second = entry("assign", { assignee: ALI });
    const undo = entry("undo", { undoes: second.id });
    const state = stateOf([first, second, undo]);
    expect(state.assignee).toEqual(SARA);
    expect(state.entries).toEqual([first]);
    const done = entry("done");
    expect(placeOf(stateOf([done, entry("undo", { undoes: done.id })]))).toBe("open");
  });
});
