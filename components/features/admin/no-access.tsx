import Link from "next/link";
import { ACTS, type Act, ROLE_WORDS, ROLES, type Role } from "@/lib/catalogue/roles";

/** In the place of a page that the visitor's role may not open: what is needed, and the ways on. */
export function NotYourRole({ act, name, role }: { act: Act; name: string; role: Role }) {
  const from = ROLES.indexOf(ACTS[act]);
  const allowed = ROLES.slice(from).map((word) => ROLE_WORDS[word].label.toLowerCase());
  return (
    <div className="max-w-[640px] py-10">
      <h1 className="mb-3 font-serif text-28 tracking-[-0.01em]">This page is not for your role</h1>
      <div className="prose">
        <p>
          You are signed in as {name}, {ROLE_WORDS[role].label.toLowerCase()}. It is open to{" "}
          {inWords(allowed)}. Nothing is wrong with your account; an admin can change its role.
        </p>
        <p className="flex flex-wrap gap-x-4">
          <a className="link" href="/">
            To the explorer
          </a>
          {role === "reader" ? null : (
            <Link className="link" href="/admin">
              To the zones
            </Link>
          )}
          <Link className="link" href="/account">
            Your account
          </Link>
        </p>
      </div>
    </div>
  );
}

function inWords(roles: readonly string[]): string {
  const named = roles.map((role) => `${/^[aeiou]/.test(role) ? "an" : "a"} ${role}`);
  const last = named.at(-1) ?? "nobody";
  return named.length < 2 ? last : `${named.slice(0, -1).join(", ")} or ${last}`;
}
