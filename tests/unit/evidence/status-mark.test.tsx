import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { StatusMark } from "@/components/evidence/status-mark";
import { listTerms } from "@/lib/catalogue/vocabularies";

test("each status has a mark of its own, and none looks like unknown", () => {
  const statuses = [...listTerms("status").map(({ value }) => value), null];
  const marks = statuses.map((status) => renderToStaticMarkup(<StatusMark status={status} />));
  expect(new Set(marks).size).toBe(statuses.length);
});

test("a candidate with a known status does not look like one with an unknown status", () => {
  const draw = (status: string | null) =>
    renderToStaticMarkup(<StatusMark status={status} candidate />);
  for (const { value } of listTerms("status")) expect(draw(value), value).not.toBe(draw(null));
});
