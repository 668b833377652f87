import { expect, test } from "vitest";
import { withoutTables } from "@/lib/query/tables-param";

test("only the parameter that opens tables is left out, so that a page names any other", () => {
  const scope = ["scope", "all"] as const;
  expect(withoutTables([scope, ["tables", "open"]])).toEqual([scope]);
  expect(withoutTables([["tables", "zzz"], scope])).toEqual([["tables", "zzz"], scope]);
});
