import { embedRoute } from "@/app/embed/embed-route";
import { shorten } from "@/lib/query/param-limits";

/** Any other address below `/embed`. A page of the site must not answer it: other sites may show what is here. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = embedRoute(({ text, url }) => ({
  issue: {
    code: "unknown-address",
    message: text.t("sharing.embed.unknown", { got: shorten(url.pathname) }),
  },
}));
