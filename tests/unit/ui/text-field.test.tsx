// @vitest-environment happy-dom
import { act, useState } from "react";
import { afterEach, expect, test } from "vitest";
import { TextField } from "@/components/ui/text-field";
import { type MountedPage, mount } from "@/tests/support/mount";

let page: MountedPage;

afterEach(() => page.unmount());

function Field({ rows }: { rows?: number }) {
  const [value, setValue] = useState("");
  return (
    <TextField
      label="Currency"
      hint="3 letters"
      maxLength={3}
      value={value}
      onChange={setValue}
      {...(rows === undefined ? {} : { rows })}
    />
  );
}

/** Pastes a text, of which the browser keeps the first 3 characters. */
function paste(selector: string, text: string) {
  const event = new Event("paste", { bubbles: true });
  Object.assign(event, { clipboardData: { getData: () => text } });
  act(() => {
    page.get(selector).dispatchEvent(event);
  });
  page.type(selector, text.slice(0, 3));
}

test.each([
  ["input", undefined],
  ["textarea", 2],
])("what is pasted into a full %s is said to be cut off, what fits is not", (selector, rows) => {
  page = mount(<Field {...(rows === undefined ? {} : { rows })} />);
  page.type(selector, "PKR");
  expect(page.element.textContent).toContain("3 letters");
  page.type(selector, "");
  paste(selector, "PKR");
  expect(page.element.textContent).toContain("3 letters");
  page.type(selector, "");
  paste(selector, "rupees");
  expect(page.element.textContent).toContain("Only 3 characters fit here.");
  page.type(selector, "ru");
  expect(page.element.textContent).toContain("3 letters");
});
