import { findNearest, listSuggestions } from "../query/edit-distance";
import { shorten } from "../query/param-limits";
import type { Text } from "../text/text";
import type { ReleaseAnswer } from "./answer-schemas";
import { ENDPOINT_LIST } from "./endpoints";
import { OGC_LIST } from "./ogc/resources";
import type { ApiIssue } from "./problems";
import { RELEASE_ARCHIVE } from "./release-answer";
import { findRemovedAddress } from "./removed";

/** The services by the beginning of their addresses. */
const SERVICES = [
  { root: "/api/v1/", list: ENDPOINT_LIST },
  { root: "/ogc/", list: OGC_LIST },
] as const;

/** In a message: the closest name, or this word where none is close. */
const NONE = "none";

/** The issue with a path that is not an endpoint, or not any more. */
export function unknownAddress(text: Text, path: string): ApiIssue {
  const removed = findRemovedAddress(text, path);
  if (removed) return removed;
  const { root, list } = SERVICES.find((one) => path.startsWith(one.root)) ?? SERVICES[0];
  const allowed = list.map((endpoint) => endpoint.path);
  const removeRoot = (full: string) => (full.startsWith(root) ? full.slice(root.length) : full);
  // Compared without the root, which all have in common and which would make all of them close.
  const tails = allowed.filter((full) => full.startsWith(root)).map(removeRoot);
  const tail = findNearest(removeRoot(path), tails);
  const nearest = tail && `${root}${tail}`;
  return {
    code: "unknown-address",
    message: text.t("api.notFound.address", { got: shorten(path), near: nearest ?? NONE }),
    got: shorten(path),
    allowed,
    nearest,
  };
}

/** The issue with a slug that no zone has. */
export function unknownZone(text: Text, typed: string, all: readonly string[]): ApiIssue {
  const nearest = findNearest(typed, all);
  const allowed = listSuggestions(typed, all);
  const got = shorten(typed);
  const message = text.t("api.notFound.zone", { got, near: nearest ?? NONE });
  return { code: "unknown-zone", message, param: "slug", got, allowed, nearest };
}

/** The issue with an id that no source has. */
export function unknownSource(text: Text, typed: string, all: readonly string[]): ApiIssue {
  const nearest = findNearest(typed, all);
  const allowed = listSuggestions(typed, all);
  const got = shorten(typed);
  const message = text.t("api.notFound.source", { got, near: nearest ?? NONE });
  return { code: "unknown-source", message, param: "id", got, allowed, nearest };
}

/** The issue with the name of a table. */
export function unknownTable(text: Text, typed: string, all: readonly string[]): ApiIssue {
  const nearest = findNearest(typed, all);
  const got = shorten(typed);
  const message = text.t("api.notFound.table", { got, near: nearest ?? NONE });
  return { code: "unknown-file", message, param: "file", got, allowed: all, nearest };
}

/** The issue with a condition that a table does not take. */
export function unusedCondition(
  text: Text,
  param: string,
  table: string,
  allowed: readonly string[],
): ApiIssue {
  const message = text.t("api.notFound.condition", { param, table });
  return { code: "unknown-parameter", message, param, allowed, nearest: null };
}

/** The issue with a release number or with the name of one of its files. */
export function unknownReleaseFile(
  text: Text,
  number: string,
  name: string,
  releases: readonly ReleaseAnswer[],
): ApiIssue {
  const release = releases.find((one) => one.number === number);
  if (!release) {
    const numbers = releases.map((one) => one.number);
    const nearest = findNearest(number, numbers);
    const got = shorten(number);
    const message = text.t("api.notFound.release", {
      got,
      near: nearest ?? NONE,
      count: numbers.length,
    });
    const allowed = listSuggestions(number, numbers);
    return { code: "unknown-release", message, param: "number", got, allowed, nearest };
  }
  const allowed = [...release.files.map((file) => file.name), RELEASE_ARCHIVE];
  const nearest = findNearest(name, allowed);
  const got = shorten(name);
  const message = text.t("api.notFound.file", { number, got, near: nearest ?? NONE });
  return { code: "unknown-file", message, param: "file", got, allowed, nearest };
}
