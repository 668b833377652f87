import { FEED_FORMATS } from "@/lib/contract/feeds";
import { toSearch } from "@/lib/query/search-string";
import type { Text } from "@/lib/text/text";

/** Where programs find the changes as a feed, in each format. @param conditions of the feed */
export function feedTypes(
  { t }: Text,
  origin: string,
  conditions: readonly (readonly [string, string])[] = [],
) {
  return Object.fromEntries(
    FEED_FORMATS.map(({ name, ending, type }) => [
      type,
      [
        {
          title: t("data.files.feed.name", { format: name }),
          url: `${origin}/api/v1/changes.${ending}${toSearch(conditions)}`,
        },
      ],
    ]),
  );
}
