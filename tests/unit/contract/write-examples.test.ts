import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { WRITE_EXAMPLES } from "@/lib/contract/write-examples";

test.each(Object.entries(WRITE_EXAMPLES))(
  "the documentation has the example for %s",
  (_, program) => {
    const place = path.join(import.meta.dirname, "../../../docs/accounts.md");
    expect(fs.readFileSync(place, "utf8")).toContain(program);
  },
);
