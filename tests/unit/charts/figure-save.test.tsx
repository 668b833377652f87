// @vitest-environment happy-dom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Figure } from "@/components/charts/figure";
import { WithText } from "@/tests/support/with-text";

const { saveFile, toast, drawPicture, drawPng } = vi.hoisted(() => ({
  saveFile: vi.fn(),
  toast: vi.fn(),
  drawPicture: vi.fn(),
  drawPng: vi.fn(),
}));
vi.mock("@/lib/client/download", () => ({ saveFile }));
vi.mock("@/components/ui/toast", () => ({ toast }));
vi.mock("@/components/charts/draw-picture", () => ({ drawPicture, drawPng }));

describe("a figure", () => {
  const svg = new Blob(["<svg/>"]);
  const png = new Blob(["png"]);
  let page: HTMLElement;
  let root: Root;

  const render = (part: { note?: string } = {}) =>
    act(() =>
      root.render(
        <WithText>
          <Figure
            title="Power"
            name="gaps-power"
            source="Tracker, r1"
            columns={[
              { key: "zone", label: "Zone" },
              { key: "needed", label: "Needed", numeric: true },
            ]}
            rows={[
              { zone: "Hub", needed: 24, href: "/zones/hub-sez" },
              { zone: "Bostan", needed: null },
            ]}
            {...part}
          >
            <p id="bars">bars</p>
          </Figure>
        </WithText>,
      ),
    );
  const press = (format: string) =>
    act(async () => {
      const buttons = [...page.querySelectorAll("button")];
      buttons.find(({ textContent }) => textContent === format)?.click();
      await vi.waitFor(() => expect(toast).toHaveBeenCalled());
    });

  beforeEach(() => {
    Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
    page = document.createElement("div");
    document.body.append(page);
    root = createRoot(page);
    drawPicture.mockResolvedValue({ svg, width: 1, height: 1 });
    drawPng.mockResolvedValue(png);
  });
  afterEach(() => {
    act(() => root.unmount());
    page.remove();
    vi.clearAllMocks();
  });

  test("is named by its heading", () => {
    render();
    const name = page.querySelector("figure")?.getAttribute("aria-labelledby") ?? "";
    expect(document.getElementById(name)?.textContent).toBe("Power");
  });

  test("has a caption only where there is a note", () => {
    render();
    expect(page.querySelector("figcaption")).toBeNull();
    render({ note: "Zones with both figures." });
    expect(page.querySelector("figcaption")?.textContent).toBe("Zones with both figures.");
  });

  test("has its data as a table, with unknown values and a link from the first cell alone", () => {
    render();
    const rows = [...page.querySelectorAll("tr")].map((row) =>
      [...row.children].map(({ textContent }) => textContent),
    );
    expect(rows).toEqual([
      ["Zone", "Needed"],
      ["Hub", "24"],
      ["Bostan", "unknown"],
    ]);
    const links = [...page.querySelectorAll("td a")];
    expect(links.map((link) => [link.textContent, link.getAttribute("href")])).toEqual([
      ["Hub", "/zones/hub-sez"],
    ]);
    expect([...page.querySelectorAll("th")].map(({ className }) => className)).toEqual([
      "",
      "numeric",
    ]);
  });

  test("is saved as CSV with its data", async () => {
    render();
    await press("CSV");
    const [file, name] = saveFile.mock.calls[0] ?? [];
    expect(name).toBe("gaps-power.csv");
    expect(file.type).toBe("text/csv;charset=utf-8");
    expect(await file.text()).toContain("Hub,24");
    expect(drawPicture).not.toHaveBeenCalled();
  });

  test.each([
    ["SVG", "gaps-power.svg", svg],
    ["PNG", "gaps-power.png", png],
  ])("is saved as %s, the drawing with its title and source", async (format, name, file) => {
    render();
    await press(format);
    expect(saveFile).toHaveBeenCalledExactlyOnceWith(file, name);
    const [drawing, words] = drawPicture.mock.calls[0] ?? [];
    expect(drawing.textContent).toBe("bars");
    expect(words).toEqual({ title: "Power", source: "Tracker, r1" });
    expect(toast.mock.calls[0]?.[0]).toContain(format);
  });

  test("says so where it cannot be drawn, and saves nothing", async () => {
    drawPicture.mockRejectedValue(new Error("no canvas"));
    render();
    await press("SVG");
    const failure = toast.mock.calls[0]?.[0];
    expect(saveFile).not.toHaveBeenCalled();
    drawPicture.mockResolvedValue({ svg, width: 1, height: 1 });
    toast.mockClear();
    await press("SVG");
    expect(toast.mock.calls[0]?.[0]).not.toBe(failure);
  });
});
