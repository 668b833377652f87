import { targetsCalendarRoute } from "@/lib/server/http/targets-calendar-route";

/** The targets of the zones as a calendar. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = targetsCalendarRoute();
