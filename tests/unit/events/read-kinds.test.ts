import { expect, test } from "vitest";
import { readKinds } from "@/components/features/events/read-kinds";

test("kinds of event are read as one or several, in one order, empty as all", () => {
  expect(readKinds([])).toEqual({ kinds: [] });
  expect(readKinds([""])).toEqual({ kinds: [] });
  expect(readKinds(["security,policy"])).toEqual({ kinds: ["policy", "security"] });
  expect(readKinds(["security", "policy", "security"])).toEqual({ kinds: ["policy", "security"] });
});

test("every word that is no kind is said, with the nearest that is", () => {
  expect(readKinds(["polcy,utility", "foo"])).toMatchObject({
    problems: [
      { param: "kind", got: "polcy", nearest: "policy" },
      { param: "kind", got: "foo", nearest: null },
    ],
  });
});
