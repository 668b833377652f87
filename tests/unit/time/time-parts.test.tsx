// @vitest-environment happy-dom
import { act } from "react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { TimeParts } from "@/components/time/time-parts";
import { type MountedPage, mount } from "@/tests/support/mount";

const TODAY = "2026-11-24";
let page: MountedPage;
afterEach(() => page.unmount());

/** Presses the arrow to earlier days, and lists the days to which the bar goes. */
function pressEarlier(changeDates: readonly string[]): (string | null)[] {
  const onTime = vi.fn(() => "/");
  page = mount(
    <TimeParts
      moment={{ asOf: "2020-06-15", knownOn: null }}
      today={TODAY}
      revision="r1"
      quarters={[1]}
      changeDates={changeDates}
      words=""
      onTime={onTime}
    />,
  );
  const arrow = new KeyboardEvent("keydown", { key: "ArrowLeft", bubbles: true, cancelable: true });
  act(() => void page.get("input").dispatchEvent(arrow));
  return onTime.mock.calls.map(([time]: readonly { asOf: string | null }[]) => time?.asOf ?? null);
}

const hasPlay = () => document.querySelector('[aria-label="Play through the years"]') !== null;

describe("the time bar", () => {
  it("goes to the last day of a change, and plays", () => {
    expect(pressEarlier(["2019-01-01", "2020-06-15"])).toEqual(["2019-01-01"]);
    expect(hasPlay()).toBe(true);
  });
});
