// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { PlaceButton } from "@/components/entry/value-editor";
import { englishText } from "@/lib/text/english-text";
import { type MountedPage, mount } from "@/tests/support/mount";

vi.mock("@/components/entry/place-picker", () => ({
  PlacePicker: ({ onPick }: { onPick: (place: unknown, precision: string) => void }) => (
    <button type="button" onClick={() => onPick({ lat: 24.8, lon: 67.3 }, "town")}>
      use
    </button>
  ),
}));

const { t } = englishText;
const onPick = vi.fn();
let page: MountedPage;

beforeEach(() => {
  page = mount(<PlaceButton place={null} precision={null} onPick={onPick} />);
});
afterEach(() => page.unmount());

test("after a place is picked, the focus is on the button that opened the map", async () => {
  const opener = page.button(t("record.place.pick"));
  await page.click(opener);
  const use = await vi.waitFor(() => page.button("use"));
  use.focus();
  await page.click(use);
  expect(onPick).toHaveBeenCalledWith({ lat: 24.8, lon: 67.3 }, "town");
  expect(document.activeElement).toBe(opener);
});
