// The public pages, found among the files, so that a new one is read along.
import fs from "node:fs";
import { fromRoot } from "../root.mjs";

/** Pages of whoever is or wants to be signed in: they need the database. */
const PERSONAL = new Set(["/account", "/set-up"]);

/**
 * @param {{ zone: string, source: string, firm: string }} subjects of which the pages speak that speak of one
 * @returns {string[]} the addresses of the public pages
 */
export function publicPages({ zone, source, firm }) {
  /** @type {Record<string, string>} by the page's place among the files */
  const parts = { "zones/[slug]": zone, "sources/[id]": source, "investors/[id]": firm };
  return fs
    .readdirSync(fromRoot("app/(site)"), { recursive: true, encoding: "utf8" })
    .filter((file) => /(^|\/)page\.tsx$/.test(file))
    .map((file) => {
      const place = file.replace(/\/?page\.tsx$/, "");
      const address = place.replace(/^([\w-]+)\/\[\w+\]/, (whole, folder) =>
        parts[whole] === undefined ? whole : `${folder}/${parts[whole]}`,
      );
      if (address.includes("["))
        throw new Error(`Say in faults/pages.mjs of what /${place} speaks.`);
      // The page of one value's evidence is told which.
      return address.endsWith("/evidence") ? `/${address}?of=status` : `/${address}`;
    })
    .filter((address) => !PERSONAL.has(address));
}
