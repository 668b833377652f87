import { renderToStaticMarkup } from "react-dom/server";
import { beforeEach, expect, test, vi } from "vitest";
import { CorrectionLink } from "../../../components/layout/correction-link";
import { WithText } from "../../support/with-text";

const at = vi.hoisted(() => ({ path: "/", search: "" }));
vi.mock("next/navigation", () => ({
  usePathname: () => at.path,
  useSearchParams: () => new URLSearchParams(at.search),
}));

beforeEach(() => Object.assign(at, { path: "/", search: "" }));

const hrefAt = (path: string, search: string) => {
  Object.assign(at, { path, search });
  const html = renderToStaticMarkup(
    <WithText>
      <CorrectionLink className="">Correct</CorrectionLink>
    </WithText>,
  );
  return /href="([^"]*)"/.exec(html)?.[1];
};

test("the link to the form keeps what a page of the registry shows", () => {
  expect(hrefAt("/readiness", "scope=all")).toBe("/correct?page=%2Freadiness%3Fscope%3Dall");
});

test("the link to the form keeps no parameters of other pages, which can be secrets", () => {
  expect(hrefAt("/alerts", "stop=SECRET")).toBe("/correct?page=%2Falerts");
  expect(hrefAt("/set-password", "token=SECRET")).toBe("/correct?page=%2Fset-password");
  expect(hrefAt("/correct", "page=%2F")).toBe("/correct");
});
