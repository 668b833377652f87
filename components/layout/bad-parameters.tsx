import type { Route } from "next";
import Link from "next/link";
import type { ParamIssue } from "@/lib/query/param-issues";
import { MessagePage } from "./message-page";

/** Values listed of what is allowed; more would hide the rest. */
const MOST_LISTED = 12;

/** Props of the page that says that an address asks for what cannot be shown. */
export interface BadAddressProps {
  problems: readonly ParamIssue[];
  /** The page's path, which without parameters always answers. */
  path: string;
}

/** What could not be read in the address, what is allowed there, and how to go on. */
export function BadAddress({ problems, path }: BadAddressProps) {
  return (
    <MessagePage title="That address cannot be answered">
      {problems.map(({ param, got, message, allowed }) => (
        <p key={`${param}=${got}`}>
          <code>
            {param}={got}
          </code>
          : {message}
          {allowed.length > 0 ? (
            <span className="mt-1 block text-13 text-ink-2">
              Allowed: {allowed.slice(0, MOST_LISTED).join(", ")}
              {allowed.length > MOST_LISTED ? ` and ${allowed.length - MOST_LISTED} more` : null}.
            </span>
          ) : null}
        </p>
      ))}
      <p>
        <Link className="link" href={path as Route}>
          Show the page without them
        </Link>
      </p>
    </MessagePage>
  );
}
