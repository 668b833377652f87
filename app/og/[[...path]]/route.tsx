import { ImageResponse } from "next/og";
import { toParams } from "@/app/(site)/load-query";
import { describePath } from "@/app/(site)/page-descriptions";
import type { PageDescription } from "@/app/(site)/page-lookup";
import { loadCardFonts } from "@/app/og/fonts";
import { ShareCard } from "@/components/features/sharing/share-card";
import { CARD_SIZE } from "@/lib/contract/share-card";
import { shorten } from "@/lib/query/param-limits";
import { registryCacheHeaders } from "@/lib/server/http/cache-headers";
import { queueHeavy } from "@/lib/server/http/heavy-queue";
import { type PathParams, readHandlers } from "@/lib/server/http/read-route";
import { respond, respondProblem, respondUnchanged } from "@/lib/server/http/respond";
import { processSingleton } from "@/lib/server/process-singleton";
import { currentView, type RegistryView } from "@/lib/server/registry/registry-at";
import { getText } from "@/lib/server/text/get-text";
import { englishText } from "@/lib/text/english-text";
import { LOCALES } from "@/lib/text/locales";
import type { Text } from "@/lib/text/text";

/** Cards in memory: one takes about 60 kB, and half a second to draw. */
const KEPT_CARDS = 64;

/**
 * The share card of a page, at the page's own path and query below `/og`: a PNG of 1200 by 630 pixels. Cards are drawn one
 * at a time.
 */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = readHandlers(async (request, params) => {
  const text = cardText(await getText());
  const { t } = text;
  const search = toParams(new URL(request.url).searchParams);
  const lookup = await describePath(text, readPath(params), search);
  if ("missing" in lookup) {
    return respondProblem([{ code: "unknown-address", message: t("sharing.card.none") }]);
  }
  const [problem] = "problems" in lookup ? lookup.problems : lookup.ignored;
  if ("problems" in lookup || problem) {
    const param = shorten(problem?.param ?? "");
    const message = t("sharing.card.bad", { param });
    return respondProblem([{ code: "invalid-parameter", message, param }]);
  }
  const { page } = lookup;
  const view = page.view ?? (await currentView());
  const cache = registryCacheHeaders(view, { pathname: "/og" });
  const unchanged = respondUnchanged(request, cache);
  if (unchanged) return unchanged;
  const answer = (png: ArrayBuffer) =>
    respond(request, cache, {
      type: "image/png",
      headers: { "cross-origin-resource-policy": "cross-origin" },
      body: () => png,
    });
  const cards = processSingleton("share-cards", () => new Map<string, ArrayBuffer>());
  const key = `${cache.etag} ${page.address}`;
  const kept = cards.get(key);
  if (kept) return answer(kept);
  return queueHeavy(request, async () => {
    const png = await drawCard(text, page, view);
    const [oldest] = cards.keys();
    if (cards.size >= KEPT_CARDS && oldest !== undefined) cards.delete(oldest);
    cards.set(key, png);
    return answer(png);
  });
});

/** A site in a script that the fonts of cards lack has English cards. */
function cardText(text: Text): Text {
  return LOCALES[text.locale].fitsCards ? text : englishText;
}

/** The path of the page from the segments after `/og`. */
function readPath({ path = [] }: PathParams): string {
  return `/${[path].flat().join("/")}`;
}

async function drawCard(
  text: Text,
  { title, description, subject }: PageDescription,
  view: RegistryView,
): Promise<ArrayBuffer> {
  const fonts = await loadCardFonts();
  const card = ShareCard({ text, title, description, moment: view, subject });
  return new ImageResponse(card, { ...CARD_SIZE, fonts: [...fonts] }).arrayBuffer();
}
