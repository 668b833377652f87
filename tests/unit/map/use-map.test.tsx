// @vitest-environment happy-dom
import type { Map as MapLibreMap } from "maplibre-gl";
import { act } from "react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { COUNTRY as HOME, type MapView } from "@/components/map/map-point";
import { useMap } from "@/components/map/use-map";
import type { ZoneData } from "@/components/map/zone-source";
import { renderHook } from "@/tests/support/render-hook";

const styles = vi.hoisted(() => ({
  basemapStyle: (theme: string) => `/styles/${theme}.json`,
  composeStyle: vi.fn((parts: object) => parts),
  listAttributions: () => ["Natural Earth"],
  loadStyle: vi.fn(),
}));
const engine = vi.hoisted(() => ({
  createMap: vi.fn(),
  cssColour: (token: string) => `colour of ${token}`,
  currentView: vi.fn(),
  hasPainted: vi.fn(() => true),
  loadLabelFaces: vi.fn(async () => {}),
  showView: vi.fn(),
  metresPerPixel: () => 1,
}));
vi.mock("@/components/map/map-engine", () => engine);
vi.mock("@/components/map/map-style", () => styles);
const archive = vi.hoisted(() => ({ loadStreets: vi.fn() }));
vi.mock("@/components/map/map-streets", () => archive);
vi.mock("next-intl", () => ({ useLocale: () => "en" }));

/** A map whose events a test fires. */
function fakeMap() {
  const listeners: { name: string; once: boolean; call: (event: object) => void }[] = [];
  return {
    removed: false,
    repaints: 0,
    setStyle: vi.fn(),
    getSource: vi.fn(),
    on(name: string, call: (event: object) => void) {
      listeners.push({ name, once: false, call });
    },
    once(name: string, call: (event: object) => void) {
      listeners.push({ name, once: true, call });
    },
    triggerRepaint() {
      this.repaints += 1;
    },
    remove() {
      this.removed = true;
    },
    fire(name: string, event: object = {}) {
      const due = listeners.filter((one) => one.name === name);
      for (const one of due) if (one.once) listeners.splice(listeners.indexOf(one), 1);
      act(() => {
        for (const { call } of due) call(event);
      });
    },
  };
}

const SETTINGS = { styleUrl: null, pmtiles: null, imagery: null };

describe("the map of a page", () => {
  const container = { current: document.createElement("div") };
  const COUNTRY: MapView = { lon: 69, lat: 30, zoom: 4 };
  const HUB: MapView = { lon: 67, lat: 25, zoom: 9 };
  const onViewChange = vi.fn();
  let map: ReturnType<typeof fakeMap>;
  let request: Parameters<typeof useMap>[1];
  let hook: ReturnType<typeof open>;

  function open(element: { current: HTMLElement | null } = container) {
    return renderHook(() => useMap(element, request));
  }
  const settle = () => act(async () => {});
  const update = (part: Partial<typeof request>) => {
    request = { ...request, ...part };
    hook.rerender();
  };
  const start = async () => {
    hook = open();
    await settle();
    engine.showView.mockClear();
  };

  beforeEach(() => {
    map = fakeMap();
    styles.loadStyle.mockImplementation(async (address: string) => address);
    engine.createMap.mockReturnValue(map);
    engine.currentView.mockReturnValue(COUNTRY);
    engine.hasPainted.mockReturnValue(true);
    request = {
      theme: "light",
      settings: SETTINGS,
      layers: ["routes"],
      shading: { mode: "none", values: {} },
      view: null,
      home: HOME,
      onViewChange,
      title: "Map of the zones",
    };
  });
  afterEach(() => {
    hook.unmount();
    vi.clearAllMocks();
  });

  test("is made once its style has loaded, with its title and view", async () => {
    request = { ...request, view: HUB };
    hook = open();
    expect(hook.current).toEqual({ map: null, painted: false, failure: null, attributions: [] });
    await settle();
    const style = { own: "/styles/light.json", other: null };
    expect(engine.createMap).toHaveBeenCalledExactlyOnceWith(
      container.current,
      expect.objectContaining(style),
      HUB,
      HOME,
      "Map of the zones",
    );
    expect(hook.current.map).toBe(map);
    expect(map.setStyle).not.toHaveBeenCalled();
  });

  test.each([
    ["none", "ink-4"],
    ["count", "ink-4"],
    ["median", "ramp-2"],
  ] as const)("tints by %s with the colour %s", async (mode, token) => {
    request = { ...request, shading: { mode, values: { sindh: 1 } } };
    await start();
    expect(styles.composeStyle).toHaveBeenCalledWith({
      own: "/styles/light.json",
      other: null,
      streets: null,
      imagery: null,
      shown: ["routes"],
      shading: request.shading,
      colour: `colour of ${token}`,
      locale: "en",
    });
  });

  test("takes another theme, style and tint without a new map", async () => {
    await start();
    update({ theme: "dark" });
    await settle();
    update({ settings: { ...SETTINGS, styleUrl: "/other.json" } });
    await settle();
    update({ shading: { mode: "count", values: {} } });
    await settle();
    update({ layers: ["routes", "power"] });
    await settle();
    expect(engine.createMap).toHaveBeenCalledOnce();
    expect(map.setStyle.mock.calls.map(([style]) => style)).toMatchObject([
      { own: "/styles/dark.json", other: null },
      { own: "/styles/dark.json", other: "/other.json", colour: "colour of ink-4" },
      { shading: { mode: "count" } },
      { shown: ["routes", "power"] },
    ]);
    expect(map.setStyle).toHaveBeenLastCalledWith(expect.anything(), { diff: true });
    update({ layers: ["routes", "power"] });
    await settle();
    expect(map.setStyle).toHaveBeenCalledTimes(4);
  });

  test("draws its zones from the start, and others without another style", async () => {
    const setData = vi.fn();
    map.getSource.mockReturnValue({ setData });
    styles.composeStyle.mockReturnValueOnce({ sources: {}, layers: [{ id: "town-1" }] });
    const none: ZoneData["zones"] = { type: "FeatureCollection", features: [] };
    request = { ...request, zones: { zones: none, picked: none } };
    await start();
    const [, style] = engine.createMap.mock.calls[0] ?? [];
    expect(style).toMatchObject({ sources: { zones: { data: none, cluster: true } } });
    expect(style.layers.map(({ id }: { id: string }) => id).slice(0, 2)).toEqual([
      "zone-names",
      "town-1",
    ]);
    setData.mockClear();
    map.getSource.mockClear();
    const others: typeof none = { type: "FeatureCollection", features: [] };
    update({ zones: { zones: none, picked: others } });
    expect(map.getSource).toHaveBeenCalledExactlyOnceWith("zones-picked");
    expect(setData).toHaveBeenCalledExactlyOnceWith(others);
    expect(map.setStyle).not.toHaveBeenCalled();
  });

  test("has failed where its style cannot be loaded", async () => {
    styles.loadStyle.mockRejectedValue(new TypeError("no connection"));
    await start();
    expect(hook.current).toMatchObject({ map: null, failure: "no-style" });
  });

  test("has not failed where another style was wanted before the first had loaded", async () => {
    styles.loadStyle.mockImplementation(
      (address: string, signal: AbortSignal) =>
        new Promise((done, fail) => {
          signal.addEventListener("abort", () => fail(new DOMException("", "AbortError")));
          if (address.includes("dark")) done(address);
        }),
    );
    hook = open();
    update({ theme: "dark" });
    await settle();
    expect(hook.current).toMatchObject({ map, failure: null });
  });

  test("keeps its map where a later style cannot be loaded", async () => {
    await start();
    styles.loadStyle.mockRejectedValue(new TypeError("no connection"));
    update({ theme: "dark" });
    await settle();
    expect(hook.current).toMatchObject({ map, failure: null });
    expect(map.removed).toBe(false);
    expect(map.setStyle).not.toHaveBeenCalled();
  });

  test("is made by a later success", async () => {
    styles.loadStyle.mockRejectedValueOnce(new TypeError("no connection"));
    await start();
    expect(hook.current).toMatchObject({ map: null, failure: "no-style" });
    update({ theme: "dark" });
    await settle();
    expect(hook.current).toMatchObject({ map, failure: null });
  });

  test("asks for nothing again where layers are switched or provinces are tinted", async () => {
    request = { ...request, settings: { ...SETTINGS, pmtiles: "/streets.pmtiles" } };
    archive.loadStreets.mockResolvedValue("the streets");
    await start();
    update({ layers: ["power"] });
    update({ shading: { mode: "count", values: {} } });
    await settle();
    expect(map.setStyle).toHaveBeenLastCalledWith(
      expect.objectContaining({ shown: ["power"], streets: "the streets" }),
      { diff: true },
    );
    expect(styles.loadStyle).toHaveBeenCalledOnce();
    expect(archive.loadStreets).toHaveBeenCalledOnce();
  });

  test.each([
    ["cannot be read", () => Promise.reject(new Error("no archive"))],
    ["does not answer", () => new Promise(() => {})],
  ])("is made without streets where their archive %s", async (_what, load) => {
    request = { ...request, settings: { ...SETTINGS, pmtiles: "/streets.pmtiles" } };
    archive.loadStreets.mockImplementation(load);
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      hook = open();
      await settle();
      await act(() => vi.advanceTimersByTimeAsync(3000));
    } finally {
      vi.useRealTimers();
    }
    expect(hook.current).toMatchObject({ map, failure: null });
    expect(styles.composeStyle).toHaveBeenLastCalledWith(
      expect.objectContaining({ streets: null }),
    );
  });

  test("has failed where the browser draws no map", async () => {
    engine.createMap.mockImplementation(() => {
      throw new Error("no WebGL");
    });
    await start();
    expect(hook.current).toMatchObject({ map: null, failure: "no-webgl" });
  });

  test("is not made without its container", async () => {
    hook = open({ current: null });
    await settle();
    expect(engine.createMap).not.toHaveBeenCalled();
    expect(hook.current).toMatchObject({ map: null, failure: null });
  });

  test("is painted once something is drawn after it was idle", async () => {
    engine.hasPainted.mockReturnValue(false);
    await start();
    map.fire("render");
    expect(hook.current.painted).toBe(false);
    map.fire("idle");
    expect(map.repaints).toBe(1);
    map.fire("render");
    expect(hook.current.painted).toBe(false);
    engine.hasPainted.mockReturnValue(true);
    map.fire("idle");
    expect(hook.current.painted).toBe(false);
    map.fire("render");
    expect(hook.current.painted).toBe(true);
  });

  test("is removed with the page", async () => {
    await start();
    expect(map.removed).toBe(false);
    hook.unmount();
    expect(map.removed).toBe(true);
  });

  describe("reports the view", () => {
    const moveTo = (view: MapView, event: object = {}) => {
      engine.currentView.mockReturnValue(view);
      map.fire("moveend", event);
    };

    test("of a move by the reader", async () => {
      request = { ...request, view: COUNTRY };
      await start();
      for (const moved of [HUB, { ...HUB, lon: 68 }, { ...HUB, lon: 68, lat: 26 }]) moveTo(moved);
      moveTo({ lon: 68, lat: 26, zoom: 10 });
      expect(onViewChange.mock.calls).toEqual([
        [HUB],
        [{ ...HUB, lon: 68 }],
        [{ ...HUB, lon: 68, lat: 26 }],
        [{ lon: 68, lat: 26, zoom: 10 }],
      ]);
    });

    test("of the first move of a map that showed the whole country", async () => {
      await start();
      moveTo(HUB);
      expect(onViewChange).toHaveBeenCalledExactlyOnceWith(HUB);
    });

    test("not of a move that the page made, nor of one that ends where it began", async () => {
      await start();
      moveTo(HUB, { own: true });
      moveTo(HUB);
      expect(onViewChange).not.toHaveBeenCalled();
    });

    test("not of a move to the view that the address has", async () => {
      request = { ...request, view: HUB };
      await start();
      moveTo(HUB);
      expect(onViewChange).not.toHaveBeenCalled();
    });
  });

  describe("shows", () => {
    const shown = () => engine.showView.mock.calls.map(([, view]) => view);

    test("the whole country at first, and again after a change of size", async () => {
      hook = open();
      await settle();
      expect(engine.showView).toHaveBeenCalledWith(map as unknown as MapLibreMap, null, HOME);
      engine.showView.mockClear();
      map.fire("resize");
      expect(shown()).toEqual([null]);
    });

    test("its own view after a change of size", async () => {
      request = { ...request, view: HUB };
      await start();
      map.fire("resize");
      expect(shown()).toEqual([]);
    });

    test("another view, but not the one that it has", async () => {
      await start();
      update({ view: { ...COUNTRY } });
      expect(shown()).toEqual([]);
      update({ view: HUB });
      expect(shown()).toEqual([HUB]);
      update({ view: { ...HUB } });
      expect(shown()).toHaveLength(1);
      update({ view: null });
      expect(shown()).toEqual([HUB, null]);
    });
  });
});
