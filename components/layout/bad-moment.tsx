import type { Route } from "next";
import Link from "next/link";
import { MessagePage } from "./message-page";

/** Props of the page that says that an address names a moment that cannot be shown. */
export interface BadMomentProps {
  problems: readonly { readonly param: string; readonly got: string; readonly message: string }[];
  /** The same page today. */
  today: string;
}

/** What is wrong with the day or the version in the address, and how to go on. */
export function BadMoment({ problems, today }: BadMomentProps) {
  return (
    <MessagePage title="That moment cannot be shown">
      {problems.map(({ param, got, message }) => (
        <p key={param}>
          <code>
            {param}={got}
          </code>
          : {message}
        </p>
      ))}
      <p>
        <Link className="link" href={today as Route}>
          Show today instead
        </Link>
      </p>
    </MessagePage>
  );
}
