import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { ReleaseList } from "@/components/features/data/release-list";
import type { ReleaseAnswer } from "@/lib/contract/answer-schemas";
import { WithText } from "../../support/with-text";

const FIRST: ReleaseAnswer = {
  number: "2026.1",
  asOf: "2026-11-24",
  knownOn: "r1",
  version: 1,
  method: 1,
  since: null,
  madeAt: "2026-11-24T09:00:00.000Z",
  notes: "The first.",
  counts: { zones: 51, claims: 1597, sources: 22, changes: 0 },
  files: [
    { name: "README.md", records: null },
    { name: "zones.csv", records: 51 },
    { name: "changes.csv", records: 0 },
    { name: "SHA256SUMS", records: 3 },
  ].map((file) => ({
    ...file,
    type: "text/csv",
    size: 33_555,
    sha256: "a".repeat(64),
    path: `/api/v1/releases/2026.1/${file.name}`,
  })),
};
const SECOND: ReleaseAnswer = {
  ...FIRST,
  number: "2026.2",
  since: "2026.1",
  notes: null,
  counts: { ...FIRST.counts, changes: 1 },
};

const PINNED = "/api/v1/zones.csv?asOf=2026-11-24&knownOn=r1";
const shown = (releases: readonly ReleaseAnswer[] | null) =>
  renderToStaticMarkup(
    createElement(WithText, null, createElement(ReleaseList, { releases, pinned: PINNED })),
  ).replace(/ /g, " ");

describe("the list of releases", () => {
  it("says that none is published yet, how one is made, and which address gives the same data until then", () => {
    const html = shown([]);
    expect(html).toContain("No fixed release published yet.");
    expect(html).toContain("npm run release");
    expect(html).toContain(PINNED.replace("&", "&amp;"));
  });

  it("says that they cannot be read while the database is away", () => {
    expect(shown(null)).toContain("cannot be read now");
    expect(shown(null)).not.toContain("No fixed release published");
  });

  it("shows each with its counts, what changed, and the way to its page and its files", () => {
    const html = shown([SECOND, FIRST]);
    expect(html.indexOf("release-2026.2")).toBeLessThan(html.indexOf('id="release-2026.1"'));
    expect(html).toContain('href="/data/releases/2026.2"');
    expect(html).toContain('href="/api/v1/releases/2026.1/package.zip"');
    expect(html).toContain("51 zones, 1,597 reports");
    expect(html).toContain('href="/api/v1/releases/2026.2/changes.md">1 change</a>');
    expect(html).toContain("This is the first release.");
    expect(html).toContain("24 Nov 2026, 14:00</time>");
    expect(html).toContain("The first.");
    expect(html).toContain("Revision 1, method 1");
    expect(html).toContain("4 files with checksums, 134 kB");
  });
});
