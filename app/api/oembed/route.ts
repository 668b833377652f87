import { toParams } from "@/app/(site)/load-query";
import { describePath } from "@/app/(site)/page-descriptions";
import { oembedAnswer, parseOembed } from "@/lib/contract/oembed";
import { cardPath } from "@/lib/contract/share-card";
import { registryCacheHeaders } from "@/lib/server/http/cache-headers";
import { getOrigin, readHandlers } from "@/lib/server/http/read-route";
import { json, respond, respondProblem } from "@/lib/server/http/respond";
import { currentView } from "@/lib/server/registry/registry-at";
import { getText, textIn } from "@/lib/server/text/get-text";
import {
  embedIn,
  LANGUAGE_PARAM,
  parseReaderLocale,
  splitLanguage,
} from "@/lib/text/reader-language";

/** oEmbed (oembed.com): how another site embeds the page of an address, in the language that the address names. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = readHandlers(async (request) => {
  const text = await getText();
  const url = new URL(request.url);
  const origin = getOrigin(request, url);
  const read = parseOembed(text, url.searchParams, new URL(origin).host);
  if ("issue" in read) return respondProblem([read.issue]);
  const { pathname, searchParams } = read.request.page;
  const { locale, rest } = splitLanguage(pathname);
  const pageText = textIn(parseReaderLocale(searchParams.get(LANGUAGE_PARAM)) ?? locale);
  const lookup = await describePath(pageText, rest, toParams(searchParams));
  if (!("page" in lookup) || lookup.page.embed === null) {
    const message = text.t("sharing.oembed.none");
    return respondProblem([{ code: "unknown-address", message, param: "url" }]);
  }
  const { title, embed, address, view } = lookup.page;
  const answer = oembedAnswer(
    {
      title,
      provider: pageText.t("layout.product"),
      origin,
      embed: origin + embedIn(pageText.locale, embed),
      card: origin + cardPath(address),
    },
    read.request,
  );
  return respond(request, registryCacheHeaders(view ?? (await currentView()), url), json(answer));
});
