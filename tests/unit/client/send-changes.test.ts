import { expect, test } from "vitest";
import { uuidV7 } from "@/lib/client/send-changes";

test("has the version, the variant and the time of RFC 9562", () => {
  const id = uuidV7(0x017f22e279b0);
  expect(id).toMatch(/^017f22e2-79b0-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test("later ids sort later and are unique", () => {
  expect(uuidV7(1_000) < uuidV7(1_001)).toBe(true);
  const ids = Array.from({ length: 1000 }, () => uuidV7(5));
  expect(new Set(ids).size).toBe(1000);
});
