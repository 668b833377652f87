import { redirect } from "next/navigation";

/** The list of zones is the explorer. */
export default function ZonesPage() {
  redirect("/");
}
