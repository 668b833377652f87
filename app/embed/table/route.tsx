import { embedRoute } from "@/app/embed/embed-route";
import { buildZonesEmbed } from "@/app/embed/zones-embed";
import { EmbedTable } from "@/components/features/sharing/embed-table";

/** The zones of a query as a table. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = embedRoute((context) =>
  buildZonesEmbed(context, EmbedTable, [
    context.text.t("sharing.bars"),
    context.text.t("sharing.notes.readiness"),
  ]),
);
