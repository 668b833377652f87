import { catalogueRoute } from "@/lib/server/http/release-routes";

/** The data and its releases as a catalogue of linked data. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = catalogueRoute();
