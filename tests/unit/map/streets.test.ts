// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { makePmtiles } from "@/tests/support/pmtiles";

type Load = (
  request: { url: string; type: string },
  abort: AbortController,
) => Promise<{ data: ArrayBuffer | Uint8Array | null }>;

const library = vi.hoisted(() => ({ addProtocol: vi.fn() }));
vi.mock("maplibre-gl", () => library);

let archive = makePmtiles("roads", "© Example");

beforeEach(() => {
  vi.stubGlobal("fetch", async (_url: string, { headers }: { headers: Headers }) => {
    const [, from = "0", to = "0"] = /bytes=(\d+)-(\d+)/.exec(headers.get("range") ?? "") ?? [];
    const part = archive.slice(Number(from), Number(to) + 1);
    return new Response(part, { status: 206, headers: { "content-length": String(part.length) } });
  });
});
afterEach(() => vi.unstubAllGlobals());

const { loadStreets } = await import("@/components/map/map-streets");

test.each(["roads", "transportation"])(
  "draws the %s of an archive and nothing that it lacks, and names whose they are",
  async (layer) => {
    archive = makePmtiles(layer, "© Example");
    const address = `https://maps.example.org/${layer}.pmtiles`;
    const { sources, layers } = await loadStreets(address, "light");
    expect(sources).toEqual({
      streets: { type: "vector", url: `pmtiles://${address}`, attribution: "© Example" },
    });
    expect(layers).toMatchObject([{ id: `street-${layer}`, "source-layer": layer, type: "line" }]);
    const load: Load | undefined = library.addProtocol.mock.calls[0]?.[1];
    const tile = await load?.(
      { url: `pmtiles://${address}/0/0/0`, type: "arrayBuffer" },
      new AbortController(),
    );
    expect(new TextDecoder().decode(tile?.data ?? new ArrayBuffer(0))).toContain(layer);
  },
);

test("draws the water of an archive without its sea, which would cover our coast", async () => {
  archive = makePmtiles("water", "© Example");
  const { layers } = await loadStreets("https://maps.example.org/water.pmtiles", "light");
  expect(layers).toMatchObject([
    {
      type: "fill",
      filter: [
        "all",
        ["==", ["geometry-type"], "Polygon"],
        ["!=", ["get", "kind"], "ocean"],
        ["!=", ["get", "class"], "ocean"],
      ],
    },
  ]);
});

test("has no boundaries and no names, whatever the archive has", async () => {
  archive = makePmtiles("boundaries", "© Example");
  const { layers } = await loadStreets("https://maps.example.org/other.pmtiles", "dark");
  expect(layers).toEqual([]);
});

test("fails where there is no archive", async () => {
  archive = new Uint8Array(200);
  await expect(loadStreets("https://maps.example.org/none.pmtiles", "dark")).rejects.toThrow();
});

test("reads an archive that could not be read before", async () => {
  const address = "https://maps.example.org/later.pmtiles";
  archive = new Uint8Array(200);
  await expect(loadStreets(address, "light")).rejects.toThrow();
  archive = makePmtiles("roads", "© Example");
  expect((await loadStreets(address, "light")).layers).toHaveLength(1);
});
