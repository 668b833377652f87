"use client";

import { LocatorMap, type LocatorMapProps } from "./locator-map";

/**
 * The small map on a page. A client component, so that the outline of the country is in the markup and in a file that
 * browsers keep, and not a third time in the page. Embeds, which are no pages of Next, take the map itself.
 */
export function PageLocator(props: LocatorMapProps) {
  return <LocatorMap {...props} />;
}
