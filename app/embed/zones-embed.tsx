import type { ReactNode } from "react";
import { momentSearch } from "@/lib/query/moment-params";
import { countScopes } from "@/lib/query/scope";
import { toSearch } from "@/lib/query/search-string";
import { type RankedRow, select } from "@/lib/query/select";
import { writeQuery } from "@/lib/query/write-query";
import type { RequestContext } from "@/lib/server/http/read-route";
import { writeHeadline } from "@/lib/text/headline";
import { addressIn } from "@/lib/text/reader-language";
import type { Text } from "@/lib/text/text";
import type { EmbedContent } from "./embed-route";

/** Props of an embed with the zones of a query. */
interface ZonesProps {
  readonly text: Text;
  readonly title: string;
  readonly rows: readonly RankedRow[];
  readonly zoneHref: (slug: string) => string;
}

/** An embed with the zones of a query, under the explorer's headline. */
export function buildZonesEmbed(
  { text, params: { query }, view, origin }: RequestContext,
  Content: (props: ZonesProps) => ReactNode,
  notes: readonly string[],
): EmbedContent {
  const { rows } = select(view.rows, query, view.asOf);
  const scopes = countScopes(view.rows);
  const title = writeHeadline(text, { query, asOf: view.asOf, scopes, rows });
  const moment = momentSearch(query);
  return {
    title,
    full: origin + addressIn(text.locale, `/zones${toSearch(writeQuery(query))}`),
    notes,
    content: (
      <Content
        text={text}
        title={title}
        rows={rows}
        zoneHref={(slug) => origin + addressIn(text.locale, `/zones/${slug}${moment}`)}
      />
    ),
  };
}
