// @vitest-environment happy-dom
import { afterEach, expect, test } from "vitest";
import { FilterField, FilterSelect } from "@/components/ui/filter-field";
import { type MountedPage, mount } from "@/tests/support/mount";

let page: MountedPage;

afterEach(() => page.unmount());

const labelOf = (field: HTMLElement) =>
  page.get(`label[for="${field.id.replaceAll('"', "")}"]`).textContent;

test("a list has its label, the choice of all first, and the chosen value", () => {
  page = mount(
    <FilterSelect name="kind" label="Kind" value="law" all="All kinds">
      <option value="news">News</option>
      <option value="law">Law</option>
    </FilterSelect>,
  );
  const list = page.get<HTMLSelectElement>("select[name=kind]");
  expect(labelOf(list)).toBe("Kind");
  expect([...list.options].map(({ value }) => value)).toEqual(["", "news", "law"]);
  expect(list.value).toBe("law");
});

test("a list without a choice of all has its options alone", () => {
  page = mount(
    <FilterSelect name="sort" label="Order" value="a">
      <option value="a">A</option>
    </FilterSelect>,
  );
  expect(page.get<HTMLSelectElement>("select").options).toHaveLength(1);
});

test("another input takes the id of the label", () => {
  page = mount(<FilterField label="Day">{(id) => <input id={id} type="date" />}</FilterField>);
  expect(labelOf(page.get("input"))).toBe("Day");
});
