import { ABOUT_PAGES, NAVIGATION } from "@/components/layout/navigation";
import { ENDPOINT_LIST } from "@/lib/contract/endpoints";
import { LICENCE } from "@/lib/formats/file-notes";
import { llmsText } from "@/lib/formats/llms-text";
import { CURRENT } from "@/lib/server/http/cache-headers";
import { getOrigin } from "@/lib/server/http/read-route";
import { respondText } from "@/lib/server/http/respond";
import { getText } from "@/lib/server/text/get-text";

/** A guide for language models: what the site knows, how to cite it, and every page and endpoint. */
export async function GET(request: Request): Promise<Response> {
  const { t } = await getText();
  const origin = getOrigin(request, new URL(request.url));
  const named = [
    ...NAVIGATION.flatMap(({ pages }) =>
      pages.map(({ href, name }) => ({ href, label: t(`layout.navigation.pages.${name}`) })),
    ),
    ...ABOUT_PAGES.map(({ href, name }) => ({ href, label: t(`pages.footer.about.${name}`) })),
  ];
  const guide = llmsText({
    title: t("layout.product"),
    summary: t("pages.meta.description"),
    rules: [
      t("files.guide.unknown"),
      t("files.guide.candidates"),
      t("files.guide.disputed"),
      t("files.guide.permanent", { address: `${origin}/zones?asOf=2021-06-30` }),
      t("files.guide.territory"),
      t("files.guide.licence", { licence: LICENCE.name, url: LICENCE.url }),
    ],
    sections: [
      {
        title: t("files.guide.first"),
        links: [
          {
            name: "/mcp",
            address: `${origin}/mcp`,
            description: t("files.guide.mcp"),
          },
          {
            name: "/api/v1/tables/evidence.csv",
            address: `${origin}/api/v1/tables/evidence.csv`,
            description: t("files.guide.evidence"),
          },
        ],
      },
      {
        title: t("files.guide.pages"),
        links: named.map(({ href, label }) => ({
          name: label,
          address: origin + href,
          description: null,
        })),
      },
      {
        title: t("files.guide.endpoints"),
        links: ENDPOINT_LIST.map(({ key, path, example }) => ({
          name: path,
          address: origin + example,
          description: t(`api.endpoint.${key}`),
        })),
      },
    ],
  });
  return respondText(200, guide, { "cache-control": CURRENT });
}
