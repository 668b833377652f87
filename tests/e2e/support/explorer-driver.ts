import { readFile } from "node:fs/promises";
import { expect, type Locator, type Page } from "@playwright/test";
import type { GeoJSONSource, Map as MapLibreMap } from "maplibre-gl";
import { fieldSpec, isZoneField } from "../../../lib/catalogue/fields";
import { GROUPS } from "../../../lib/catalogue/groups";
import { getLabel } from "../../../lib/catalogue/vocabularies";
import { type FilterKey, UNKNOWN } from "../../../lib/query/filters";

/** A file that the reader saved. */
export interface SavedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Something that the map draws, in the window. */
export interface Drawn {
  /** Of a mark or its name: the zone; of a ring: its number; of a place: its name. */
  readonly key: string | number;
  readonly x: number;
  readonly y: number;
}

/** Formats by their names in the export menu. */
export type FileFormat = "CSV" | "XLSX" | "GeoJSON" | "Parquet";

/** Labels of the filters that are not fields. */
const EVIDENCE_FILTERS = {
  standing: "Standing",
  statusAge: "Status last reported",
  support: "Support for progress on site",
  contested: "Has disputed values",
} as const;

/** The explorer as its readers use it: by the words that they see and hear. */
export class ExplorerDriver {
  readonly map: Locator;
  readonly table: Locator;
  readonly headline: Locator;
  /** The figures of the two ladders. */
  readonly funnels: Locator;
  readonly search: Locator;
  private readonly status: Locator;

  constructor(readonly page: Page) {
    this.map = page.getByRole("region", { name: "Map of zones" });
    this.table = page.getByRole("table");
    this.headline = page.getByRole("heading", { level: 1 });
    this.funnels = page.getByRole("region", { name: "Progress of the zones" });
    this.search = page.getByRole("searchbox", { name: "Search zones by name" });
    this.status = page
      .getByRole("region", { name: "Table of zones" })
      .getByRole("status")
      .filter({ hasText: /of \d+ zones?$/ });
  }

  /** Opens the page and waits until it answers: the map comes with its scripts. */
  async open(search = ""): Promise<void> {
    await this.page.goto(`/zones${search}`);
    await this.answers();
  }

  /** Waits until the page answers presses and keys. */
  async answers(): Promise<void> {
    const noMap = this.page.getByText("This browser cannot draw the map");
    await expect(this.map.or(noMap)).toBeVisible();
  }

  /** Waits until the ground of the map is drawn. */
  async mapPainted(): Promise<void> {
    await expect(this.map).toHaveAttribute("data-painted", "true");
  }

  /** Changes the address as a step in the history does, without a new page. */
  async stepTo(search: string): Promise<void> {
    await this.page.evaluate((to) => {
      window.history.pushState(null, "", to);
      window.dispatchEvent(new PopStateEvent("popstate"));
    }, `/zones${search}`);
  }

  // What the page shows

  /** "12 of 44 zones", as the two numbers. */
  async counts(): Promise<{ found: number; total: number }> {
    const [found, total] = (await this.status.textContent())?.match(/\d+/g) ?? [];
    return { found: Number(found), total: Number(total) };
  }

  /** Slugs of the rows, from the top. */
  async zonesInTable(): Promise<string[]> {
    return await slugsOf(this.page.locator("tbody tr[data-slug]"));
  }

  /** Slugs in the list of the map, in the alphabet's order. */
  async zonesOnMap(): Promise<string[]> {
    return (await slugsOf(this.map.locator("button[data-slug]"))).sort();
  }

  row(slug: string): Locator {
    return this.page.locator(`tbody tr[data-slug="${slug}"]`);
  }

  /** The name of a zone in the table, which leads to its page. */
  zoneLink(slug: string): Locator {
    return this.row(slug).getByRole("rowheader").getByRole("link");
  }

  /** What some layers of the map draw now, with its place. */
  async drawn(...layers: string[]): Promise<Drawn[]> {
    return await this.map.locator(".maplibregl-map").evaluate((element, names) => {
      const { map } = element as HTMLElement & { map: MapLibreMap };
      const { left, top } = element.getBoundingClientRect();
      return map.queryRenderedFeatures({ layers: names }).flatMap(({ geometry, properties }) => {
        if (geometry.type !== "Point") return [];
        const [lon = 0, lat = 0] = geometry.coordinates;
        const { x, y } = map.project([lon, lat]);
        const { slug, point_count: count, name_ur: urdu, name_en: english } = properties;
        const key = slug ?? count ?? (document.documentElement.lang === "ur" ? urdu : english);
        return [{ key, x: left + x, y: top + y }];
      });
    }, layers);
  }

  /** Where the zones of the map are in the window, also those of a ring. */
  async placesOnMap(): Promise<Drawn[]> {
    return await this.map.locator(".maplibregl-map").evaluate(async (element) => {
      const { map } = element as HTMLElement & { map: MapLibreMap };
      const { left, top } = element.getBoundingClientRect();
      const data = await map.getSource<GeoJSONSource>("zones")?.getData();
      if (data?.type !== "FeatureCollection") return [];
      return data.features.flatMap(({ geometry, properties }) => {
        if (geometry.type !== "Point") return [];
        const [lon = 0, lat = 0] = geometry.coordinates;
        const { x, y } = map.project([lon, lat]);
        return [{ key: String(properties?.slug), x: left + x, y: top + y }];
      });
    });
  }

  /** The mark of a zone that stands alone, once it is drawn. */
  async mark(slug: string): Promise<Drawn> {
    let found: Drawn | undefined;
    await expect(async () => {
      found = (await this.drawn("zone-marks")).find(({ key }) => key === slug);
      expect(found, slug).toBeDefined();
    }).toPass();
    return found ?? { key: slug, x: 0, y: 0 };
  }

  /** A zone in the list of the map. */
  marker(slug: string): Locator {
    return this.map.locator(`button[data-slug="${slug}"]`);
  }

  /** Waits until the table holds these zones in this order, and says how many. */
  async expectZones(slugs: readonly string[]): Promise<void> {
    await expect.poll(() => this.zonesInTable()).toEqual(slugs);
    await expect.poll(async () => (await this.counts()).found).toBe(slugs.length);
  }

  /** Waits until table and map both hold these zones, the table in this order. */
  async expectZonesOnMapToo(slugs: readonly string[]): Promise<void> {
    await this.expectZones(slugs);
    await expect.poll(() => this.zonesOnMap()).toEqual([...slugs].sort());
  }

  /** The parameters of the address, by name. */
  async readUrl(): Promise<Record<string, string>> {
    return Object.fromEntries(new URL(this.page.url()).searchParams);
  }

  /** Waits until the address says exactly this. */
  async expectUrl(said: Record<string, string>): Promise<void> {
    await expect.poll(() => this.readUrl()).toEqual(said);
  }

  /** Heads of the columns, from the left. */
  async columns(): Promise<string[]> {
    return await this.table.getByRole("columnheader").getByRole("button").allInnerTexts();
  }

  /** The filters on the chips, in words. */
  async conditions(): Promise<string[]> {
    const chips = this.page.getByRole("button", { name: /^Remove filter: / });
    return await chips.allInnerTexts();
  }

  // What the reader does

  /** Chooses, or takes back, one value of a filter. */
  async filterBy(key: FilterKey, value: string): Promise<void> {
    await (await this.choice(key, value)).click();
  }

  /** The number beside one value of a filter. */
  async countOf(key: FilterKey, value: string): Promise<number> {
    const choice = await this.choice(key, value);
    const name = await choice.evaluate((box) => box.closest("label")?.textContent ?? "");
    return Number(/\d+$/.exec(name)?.[0]);
  }

  /** One value of a filter. */
  async choice(key: FilterKey, value: string): Promise<Locator> {
    const label = new RegExp(`^${escaped(choiceLabel(key, value))}\\s*\\d+$`, "i");
    return (await this.facet(key)).getByRole("checkbox", { name: label });
  }

  /** One filter; opens its heading first, and what its heading is in. */
  async facet(key: FilterKey): Promise<Locator> {
    const name = isZoneField(key) ? fieldSpec(key).label : EVIDENCE_FILTERS[key];
    const facet = this.page.getByRole("group", { name, exact: true });
    const headings = [name, "More filters", name];
    if (isZoneField(key)) headings.push(GROUPS[fieldSpec(key).group]);
    for (const heading of headings) {
      if ((await facet.count()) > 0) break;
      await this.unfold(heading);
    }
    return facet;
  }

  /** Opens filters by their heading, where it is there and closed. */
  private async unfold(heading: string): Promise<void> {
    const name = new RegExp(`^${escaped(heading)}(\\s|$)`);
    const closed = this.page.getByRole("button", { name, expanded: false });
    if ((await closed.count()) > 0) await closed.click();
  }

  private get readiness(): Locator {
    return this.page.getByRole("slider", { name: "Readiness at least", exact: true });
  }

  /** Sets the slider of readiness to a multiple of 5. */
  async atLeast(readiness: number): Promise<void> {
    await this.unfold("Readiness");
    await this.readiness.fill(String(readiness));
  }

  /** Moves the slider of readiness to the right by its keys, 5 at each press. */
  async pressReadiness(times: number): Promise<void> {
    await this.unfold("Readiness");
    for (let press = 0; press < times; press += 1) await this.readiness.press("ArrowRight");
  }

  /** Counts readiness as certain or possible. */
  async readAs(mode: "Certainly" | "Possibly"): Promise<void> {
    await this.reading(mode).check();
  }

  /** The number of zones beside a reading of readiness. */
  async countOfReading(mode: "Certainly" | "Possibly"): Promise<number> {
    const words = await this.reading(mode).evaluate((box) => box.closest("label")?.textContent);
    return Number(/\d+/.exec(words ?? "")?.[0]);
  }

  private reading(mode: "Certainly" | "Possibly"): Locator {
    return this.page.getByRole("group", { name: "How sure" }).getByRole("radio", { name: mode });
  }

  /** A scope, by the words of the switch. */
  scope(words: string | RegExp): Locator {
    return this.page
      .getByRole("group", { name: "Zones included" })
      .getByRole("radio", { name: words });
  }

  /** Removes every filter. */
  async clear(): Promise<void> {
    await this.page.getByRole("button", { name: "Clear filters", exact: true }).click();
  }

  /** Sorts by a column's head. */
  async sortBy(head: string): Promise<void> {
    await this.table.getByRole("columnheader").getByRole("button", { name: head }).first().click();
  }

  /** Saves a file from the menu of a button. */
  async export(format: FileFormat, button = "Export"): Promise<SavedFile> {
    // On its way, the pointer leaves a head whose tooltip lies over the button.
    await this.page.mouse.move(0, 0);
    await this.page.getByRole("button", { name: button, exact: true }).click();
    const saved = this.page.waitForEvent("download");
    await this.page.getByRole("menuitem", { name: new RegExp(`^${format}`) }).click();
    const download = await saved;
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  }
}

/** The words of one value of a filter. */
function choiceLabel(key: FilterKey, value: string): string {
  if (value === UNKNOWN) return key === "statusAge" || key === "support" ? "No report" : "Unknown";
  if (!isZoneField(key)) return value;
  const spec = fieldSpec(key);
  if (spec.kind === "choice") return spec.labels?.[value] ?? getLabel(spec.vocabulary, value);
  return spec.kind === "flag" ? ({ true: "Yes", false: "No" }[value] ?? value) : value;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

async function slugsOf(elements: Locator): Promise<string[]> {
  return await elements.evaluateAll((all) =>
    all.map((element) => element.getAttribute("data-slug") ?? ""),
  );
}
