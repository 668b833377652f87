import { expect, test, vi } from "vitest";
import ExplorerPage from "@/app/(site)/zones/page";
import { MOST_SERVED } from "@/components/features/explorer/build-first-answer";
import { readState } from "@/components/features/explorer/explorer-state";
import { queryKey } from "@/components/features/explorer/first-answer";
import { zone } from "./rows";

const rows = vi.hoisted(() => ({ all: [] as unknown[] }));
vi.mock("next/headers", () => ({ cookies: async () => new Map() }));
vi.mock("@/app/(site)/page-metadata", () => ({ metadataOf: () => undefined }));
vi.mock("@/lib/server/map-settings", () => ({ mapSettings: () => null }));
vi.mock("@/lib/server/origins", () => ({ siteOrigin: async () => "http://localhost" }));
vi.mock("@/lib/server/text/page-text", async () => {
  const { englishText } = await import("@/lib/text/english-text");
  return { getPageText: async () => englishText };
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
  {},
  { zones: "zone-0" },
  { zones: "no-such-zone" },
  { q: "port", sectors: "unheard-of" },
])(
  "the first answer of a large registry is to the query that the browser reads in %j",
  async (params) => {
    rows.all.push(...Array.from({ length: MOST_SERVED + 1 }, (_, i) => zone(`zone-${i}`)));
    const page = await ExplorerPage({ searchParams: Promise.resolve(params) });
    const { first, search, context } = page.props.children.props;
    expect(first.key).toBe(queryKey(readState(search, context).state.query));
  },
);
