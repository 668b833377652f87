import { limitParams } from "../query/param-limits";
import { readWholeNumber } from "../query/param-readers";
import type { Text } from "../text/text";
import { EMBED_SIZE, embedCode, embedHeight } from "./embeds";
import type { ApiIssue } from "./problems";
import { CARD_SIZE } from "./share-card";

/** What a consumer of oEmbed (oembed.com) asks for. Lengths are CSS pixels. */
interface OembedRequest {
  /** The page that it found, on this site. */
  readonly page: URL;
  readonly width: number;
  readonly maxHeight: number;
  /** Does the share card fit, as far as the consumer says? */
  readonly fitsCard: boolean;
}

type Pair = readonly [string, string];

/**
 * Reads a request of oEmbed. Other parameters are ignored, because consumers add their own.
 * @param host of this site, with its port
 */
export function parseOembed(
  text: Text,
  params: Iterable<Pair>,
  host: string,
): { readonly request: OembedRequest } | { readonly issue: ApiIssue } {
  const given = new Map(limitParams(params).pairs);
  const format = given.get("format") ?? "json";
  if (format !== "json") {
    const message = text.t("sharing.oembed.format");
    return { issue: { code: "unsupported-format", message, param: "format", allowed: ["json"] } };
  }
  const url = given.get("url") ?? "";
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) {
    const message = text.t("sharing.oembed.url");
    return { issue: { code: "invalid-parameter", message, param: "url" } };
  }
  const page = new URL(url);
  if (page.host !== host) {
    const message = text.t("sharing.oembed.foreign");
    return { issue: { code: "unknown-address", message, param: "url" } };
  }
  const read = (name: string) => readLength(given.get(name));
  const [maxWidth, maxHeight] = [read("maxwidth"), read("maxheight")];
  return {
    request: {
      page,
      width: Math.min(EMBED_SIZE.width, maxWidth),
      maxHeight,
      fitsCard: maxWidth >= CARD_SIZE.width && maxHeight >= CARD_SIZE.height,
    },
  };
}

/** A greatest length; without limit where it is absent or no whole number. */
function readLength(given: string | undefined): number {
  const read = given === undefined ? null : readWholeNumber(given, 1, null);
  return read && "value" in read ? read.value : Number.POSITIVE_INFINITY;
}

/** What an answer of oEmbed says about a page. Addresses have scheme and host. */
interface OembedPage {
  readonly title: string;
  readonly provider: string;
  readonly origin: string;
  readonly embed: string;
  readonly card: string;
}

/** An answer of oEmbed, of the type `rich`. */
export function oembedAnswer(page: OembedPage, request: OembedRequest) {
  const { title, provider, origin, embed, card } = page;
  const { width, maxHeight, fitsCard } = request;
  const height = Math.min(embedHeight(embed), maxHeight);
  return {
    version: "1.0",
    type: "rich",
    title,
    provider_name: provider,
    provider_url: origin,
    width,
    height,
    html: embedCode({ address: embed, title, width, height }),
    ...(fitsCard
      ? {
          thumbnail_url: card,
          thumbnail_width: CARD_SIZE.width,
          thumbnail_height: CARD_SIZE.height,
        }
      : {}),
  };
}
