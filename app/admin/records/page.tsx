import { redirect } from "next/navigation";

/** The address of the records begins with the zones. */
export default function RecordsPage(): never {
  redirect("/admin/records/zone");
}
