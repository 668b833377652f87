import type { MetadataRoute } from "next";
import { connection } from "next/server";
import { lightColour } from "@/components/features/sharing/palette";
import { getText } from "@/lib/server/text/get-text";
import { LOCALES } from "@/lib/text/locales";

/** What a system shows of the site on its home screen. `scripts/build-icons.ts` draws the icons. */
export default async function manifest(): Promise<MetadataRoute.Manifest> {
  await connection();
  const { t, locale, dir } = await getText();
  return {
    name: t("layout.product"),
    description: t("pages.meta.description"),
    lang: LOCALES[locale].tag,
    dir,
    start_url: "/",
    display: "minimal-ui",
    background_color: lightColour("paper"),
    theme_color: lightColour("paper"),
    icons: [
      { src: "/icon.svg", sizes: "any", type: "image/svg+xml" },
      { src: "/icons/192.png", sizes: "192x192", type: "image/png" },
      { src: "/icons/512.png", sizes: "512x512", type: "image/png" },
      { src: "/icons/maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
  };
}
