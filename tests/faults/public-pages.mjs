// The public pages, listed from the files in app/, so that a new page is tested too.
import fs from "node:fs";
import { fromRoot } from "../../scripts/lib/paths.mjs";

/** Pages for signing in and accounts. They need the database. */
const ACCOUNT_PAGES = new Set(["/account", "/alerts", "/set-password", "/set-up"]);

/** The page of one correction, which somebody has to send first. */
const CORRECTION = "correct/[id]";

/** The folder whose page is that of addresses which name nothing: it answers 404. */
const UNKNOWN = "[...unknown]";

/**
 * @param {{ zone: string, source: string, firm: string }} subjects for the pages of one zone, source or firm
 * @returns {string[]} the paths of the public pages
 */
export function listPublicPages({ zone, source, firm }) {
  /** @type {Record<string, string>} by folder in app/(site) */
  const ids = {
    "zones/[slug]": zone,
    "sources/[id]": source,
    "firms/[id]": firm,
    "provinces/[province]": "sindh",
    "data/[table]": "firms",
    // `npm start` makes it.
    "data/releases/[number]": "2026.1",
  };
  return fs
    .readdirSync(fromRoot("app/(site)"), { recursive: true, encoding: "utf8" })
    .filter(
      (file) =>
        /(^|\/)page\.tsx$/.test(file) && !file.startsWith(UNKNOWN) && !file.startsWith(CORRECTION),
    )
    .map((file) => {
      const folder = file.replace(/\/?page\.tsx$/, "");
      const path = folder.replace(/^([\w/-]+)\/\[\w+\]/, (whole, first) =>
        ids[whole] === undefined ? whole : `${first}/${ids[whole]}`,
      );
      if (path.includes("["))
        throw new Error(`/${folder} needs an id: add one for it to tests/faults/public-pages.mjs.`);
      // The evidence page needs the field that it explains.
      return path.endsWith("/evidence") ? `/${path}?of=status` : `/${path}`;
    })
    .filter((path) => !ACCOUNT_PAGES.has(path));
}
