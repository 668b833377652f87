import fs from "node:fs";
import path from "node:path";
import { ROOT } from "../../scripts/lib/paths.mjs";

/** An address of the tracker, as its folder below `app` names it. */
export interface Endpoint {
  /** Such as `/zones/[slug]`; groups are left out. */
  readonly path: string;
  readonly kind: "page" | "route" | "file";
}

/** A server action, which a page calls by its id. */
export interface ServerAction {
  readonly name: string;
  /** Changes with the build. */
  readonly id: string;
  /** A page that knows it. */
  readonly page: string;
}

const FILE =
  /^(robots|sitemap|manifest|icon|apple-icon|favicon|opengraph-image|twitter-image)\.(tsx?|svg|png|ico)$/;

const addressOf = (folder: string) => {
  const parts = folder.split(path.sep).filter((part) => part !== "" && !/^\(.*\)$/.test(part));
  return `/${parts.join("/")}`;
};

/** Every address that the files below `app` make. */
export function endpoints(): Endpoint[] {
  return fs
    .readdirSync(path.join(ROOT, "app"), { recursive: true, encoding: "utf8" })
    .flatMap((file): Endpoint[] => {
      const { dir, base } = path.parse(file);
      if (/^page\.tsx?$/.test(base)) return [{ path: addressOf(dir), kind: "page" }];
      if (/^route\.tsx?$/.test(base)) return [{ path: addressOf(dir), kind: "route" }];
      if (!FILE.test(base)) return [];
      const name = { robots: "robots.txt", sitemap: "sitemap.xml" }[path.parse(base).name] ?? base;
      return [{ path: `${addressOf(dir).replace(/\/$/, "")}/${name}`, kind: "file" }];
    })
    .sort((a, b) => a.path.localeCompare(b.path));
}

/** Every server action of the build. */
export function serverActions(): ServerAction[] {
  const manifest: {
    node: Record<string, { exportedName: string; workers: Record<string, unknown> }>;
  } = JSON.parse(
    fs.readFileSync(path.join(ROOT, ".next/server/server-reference-manifest.json"), "utf8"),
  );
  return Object.entries(manifest.node)
    .map(([id, { exportedName, workers }]) => {
      const [worker = ""] = Object.keys(workers);
      return { name: exportedName, id, page: addressOf(path.dirname(worker).replace(/^app/, "")) };
    })
    .sort((a, b) => a.name.localeCompare(b.name));
}
