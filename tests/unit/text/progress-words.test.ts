import { expect, test } from "vitest";
import { englishText } from "@/lib/text/english-text";
import { describeProgress } from "@/lib/text/progress-words";

const write = (since: string, lastReported: string) =>
  describeProgress(englishText, "operational", { since, lastReported });

test("progress has both dates, or the last one where the other is the same or after it", () => {
  const both = "Operational since at least 8 Dec 2020, last reported Dec 2020";
  expect(write("2020-12-08", "2020-12")).toBe(both);
  expect(write("2020-12-08", "2020-12-08")).toBe("Operational, last reported 8 Dec 2020");
  expect(write("2020-12-14", "2020-12-08")).toBe("Operational, last reported 8 Dec 2020");
  expect(write("2021", "2020-12")).toBe("Operational, last reported Dec 2020");
});
