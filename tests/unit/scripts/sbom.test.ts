import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import manifest from "../../../package.json";
import { createTemporaryFolder, ROOT } from "../../../scripts/lib/paths.mjs";

test("the bill of materials is CycloneDX, with all packages of the server and none of development", () => {
  const { dir, remove } = createTemporaryFolder("sbom");
  try {
    const file = path.join(dir, "sbom.json");
    const run = spawnSync(process.execPath, [path.join(ROOT, "scripts/sbom.mjs"), file], {
      encoding: "utf8",
    });
    expect(run.stderr).toBe("");
    const bom: {
      bomFormat: string;
      components: { name: string; version: string; purl: string }[];
    } = JSON.parse(fs.readFileSync(file, "utf8"));
    expect(bom.bomFormat).toBe("CycloneDX");
    const packages = bom.components.map(({ name, version }) => `${name}@${version}`);
    const listed = Object.entries(manifest.dependencies).map((entry) => entry.join("@"));
    expect(packages).toEqual(expect.arrayContaining(listed));
    expect(bom.components.length).toBeGreaterThan(listed.length);
    expect(packages.filter((name) => name.startsWith("vitest@"))).toEqual([]);
    expect(bom.components.every(({ purl }) => purl.startsWith("pkg:npm/"))).toBe(true);
  } finally {
    remove();
  }
}, 60_000);
