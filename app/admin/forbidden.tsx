import { NotYourRole } from "@/components/features/admin/no-access";
import type { Act } from "@/lib/catalogue/roles";
import { visitor } from "./admin-access";

/** What a page of the desk shows to a role that may not open it. */
export async function Refused({ act }: { act: Act }) {
  const person = await visitor();
  return person ? <NotYourRole act={act} name={person.name} role={person.role} /> : null;
}
