import { expect, test, vi } from "vitest";
import ExplorerPage from "@/app/(site)/zones/page";
import { buildAnswer } from "@/components/features/explorer/explorer-answer";
import { readState } from "@/components/features/explorer/explorer-state";
import { zone } from "./rows";

const rows = vi.hoisted(() => ({ all: [] as unknown[] }));
vi.mock("next/headers", () => ({ cookies: async () => new Map() }));
vi.mock("@/app/(site)/page-metadata", () => ({ metadataOf: () => undefined }));
vi.mock("@/lib/server/map-settings", () => ({ mapSettings: () => null }));
vi.mock("@/lib/server/origins", () => ({ siteOrigin: async () => "http://localhost" }));
vi.mock("@/lib/server/text/page-text", async () => {
  const { englishText } = await import("@/lib/text/english-text");
  return { getPageText: async () => englishText, pageLocale: async () => "en" };
});
vi.mock("@/lib/server/registry/registry-at", () => {
  const view = {
    ...{ rows: rows.all, asOf: "2026-11-25", revision: 1, latestRevision: 1, current: true },
    ...{ registry: { knownOn: "r1", zones: [] }, facts: { zones: [] }, evidence: new Map() },
    ...{ sources: [], context: [] },
  };
  return {
    queryContext: async () => ({ openTerms: { sectors: [] }, zoneSlugs: ["zone-0"] }),
    registryAt: async () => ({ view }),
    currentView: async () => view,
  };
});

test.each([
  [{}, 2],
  [{ zones: "zone-0" }, 1],
  [{ zones: "no-such-zone" }, 2],
  [{ q: "zone", sectors: "unheard-of" }, 2],
])("the first answer is to the query that the browser reads in %j", async (params, found) => {
  rows.all.splice(0, rows.all.length, zone("zone-0"), zone("zone-1"));
  const page = await ExplorerPage({ searchParams: Promise.resolve(params) });
  const { first, search, context } = page.props.children.props;
  const { query } = readState(search, context).state;
  expect(first.found).toBe(found);
  expect(buildAnswer([zone("zone-0"), zone("zone-1")], query, "2026-11-25").found).toBe(found);
});
