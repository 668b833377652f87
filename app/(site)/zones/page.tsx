import type { Route } from "next";
import { redirect } from "next/navigation";
import { inSameLanguage } from "@/app/(site)/load-query";

/** The list of zones is the explorer. */
export default async function ZonesPage({ searchParams }: PageProps<"/zones">) {
  redirect(inSameLanguage("/", await searchParams) as Route);
}
