import { embedRoute } from "@/app/embed/embed-route";
import { buildZonesEmbed } from "@/app/embed/zones-embed";
import { EmbedMap } from "@/components/features/sharing/embed-map";

/** The zones of a query on a map. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = embedRoute((context) =>
  buildZonesEmbed(context, EmbedMap, [
    context.text.t("sharing.notes.places"),
    context.text.t("sharing.embed.boundaries"),
  ]),
);
