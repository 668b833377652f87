import fs from "node:fs";
import path from "node:path";
import { getCurrentBuild } from "../../scripts/lib/install-and-build.mjs";
import { ROOT } from "../../scripts/lib/paths.mjs";

/** A path of the tracker, derived from a folder in `app`. */
export interface Endpoint {
  /** For example `/zones/[slug]`, without route groups. */
  readonly path: string;
  readonly kind: "page" | "route" | "file";
}

/** A server action. Pages call it by its id. */
export interface ServerAction {
  readonly name: string;
  /** Different in each build. */
  readonly id: string;
  /** A page that can call it. */
  readonly page: string;
}

const FILE =
  /^(robots|sitemap|manifest|icon|apple-icon|favicon|opengraph-image|twitter-image)\.(tsx?|svg|png|ico)$/;

const getPath = (folder: string) => {
  const parts = folder.split(path.sep).filter((part) => part !== "" && !/^\(.*\)$/.test(part));
  return `/${parts.join("/")}`;
};

/** All paths that the files in `app` define. */
export function listEndpoints(): Endpoint[] {
  return fs
    .readdirSync(path.join(ROOT, "app"), { recursive: true, encoding: "utf8" })
    .flatMap((file): Endpoint[] => {
      const { dir, base } = path.parse(file);
      if (/^page\.tsx?$/.test(base)) return [{ path: getPath(dir), kind: "page" }];
      if (/^route\.tsx?$/.test(base)) return [{ path: getPath(dir), kind: "route" }];
      if (!FILE.test(base)) return [];
      const name =
        { robots: "robots.txt", manifest: "manifest.webmanifest" }[path.parse(base).name] ?? base;
      return [{ path: `${getPath(dir).replace(/\/$/, "")}/${name}`, kind: "file" }];
    })
    .sort((a, b) => a.path.localeCompare(b.path));
}

/** All server actions of the build. */
export function listServerActions(): ServerAction[] {
  const manifest: {
    node: Record<string, { exportedName: string; workers: Record<string, unknown> }>;
  } = JSON.parse(
    fs.readFileSync(
      path.join(getCurrentBuild(), ".next/server/server-reference-manifest.json"),
      "utf8",
    ),
  );
  return Object.entries(manifest.node)
    .map(([id, { exportedName, workers }]) => {
      const [worker = ""] = Object.keys(workers);
      return { name: exportedName, id, page: getPath(path.dirname(worker).replace(/^app/, "")) };
    })
    .sort((a, b) => a.name.localeCompare(b.name));
}
