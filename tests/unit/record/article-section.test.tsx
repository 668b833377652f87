// @vitest-environment happy-dom
import { act, createRef, useState } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ArticleSection } from "@/components/features/record/article-section";
import { type MountedPage, mount } from "@/tests/support/mount";

const onAddress = vi.fn();
const field = createRef<HTMLTextAreaElement>();
let page: MountedPage;

function Section() {
  const [article, setArticle] = useState("");
  return (
    <ArticleSection
      article={article}
      marks={[
        { from: 6, to: 9, number: 1, state: "accepted", isActive: false },
        { from: 6, to: 15, number: 2, state: "proposed", isActive: false },
      ]}
      onChange={setArticle}
      onAddress={onAddress}
      active={null}
      onPlace={vi.fn()}
      onQuote={vi.fn()}
      field={field}
    />
  );
}

/** Changes the whole text, as an edit of some kind does, with the caret at its end or at another place. */
function input(value: string, inputType: string, caret = value.length) {
  const area = page.get<HTMLTextAreaElement>("textarea");
  const { set } = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value") ?? {};
  act(() => {
    set?.call(area, value);
    area.setSelectionRange(caret, caret);
    area.dispatchEvent(new InputEvent("input", { bubbles: true, inputType }));
  });
}
const typeIn = (typed: string, after = "") => {
  for (let end = 1; end <= typed.length; end++) {
    input(`${typed.slice(0, end)}${after}`, "insertText", end);
  }
};
const text = () => page.get<HTMLTextAreaElement>("textarea").value;

const ADDRESS = "https://www.dawn.com/news/1";

beforeEach(() => {
  page = mount(<Section />);
});
afterEach(() => {
  page.unmount();
  onAddress.mockClear();
});

test("a link that is typed letter by letter is taken whole, once white space follows", () => {
  typeIn(ADDRESS);
  expect(onAddress).not.toHaveBeenCalled();
  expect(text()).toBe(ADDRESS);
  typeIn(`${ADDRESS} `);
  expect(onAddress.mock.calls).toEqual([[ADDRESS]]);
});

test("a link that is typed before a text is not cut in two", () => {
  input("\nZones get power", "insertFromPaste");
  typeIn(ADDRESS, "\nZones get power");
  expect(onAddress).not.toHaveBeenCalled();
  expect(text()).toBe(`${ADDRESS}\nZones get power`);
});

test("a typed link is taken when the field is left", () => {
  typeIn(ADDRESS);
  act(() => page.get("textarea").focus());
  act(() => page.get("textarea").blur());
  expect(onAddress.mock.calls).toEqual([[ADDRESS]]);
  expect(text()).toBe("");
});

test("a pasted link is taken at once, with or without a text", () => {
  input(ADDRESS, "insertFromPaste");
  expect(onAddress.mock.calls).toEqual([[ADDRESS]]);
  expect(text()).toBe("");
  input(`${ADDRESS}\nZones get power`, "insertFromPaste");
  expect(onAddress).toHaveBeenCalledTimes(2);
  expect(text()).toBe("Zones get power");
});

test("the passages of facts are marked with their numbers, also where they overlap", () => {
  input("Zones get power", "insertFromPaste");
  const marks = [...page.element.querySelectorAll("mark")];
  expect(marks.map(({ textContent, dataset }) => [textContent, dataset.state])).toEqual([
    ["get", "proposed"],
    [" power", "proposed"],
  ]);
  expect(marks.map(({ dataset }) => dataset.numbers)).toEqual(["1 2", undefined]);
});
