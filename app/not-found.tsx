import type { Metadata, Route } from "next";
import Link from "next/link";
import { MessagePage } from "@/components/layout/message-page";
import { SiteHeader } from "@/components/layout/site-header";
import { SkipLink } from "@/components/layout/skip-link";

export const metadata: Metadata = { title: "Not found" };

/** Shown for every address that names nothing here. */
export default function NotFound() {
  return (
    <>
      <SkipLink />
      <SiteHeader />
      <MessagePage title="Nothing is kept at this address">
        <p>
          A zone may be listed under another name. Names, aliases, districts and firms can be
          searched in the{" "}
          <Link className="link" href="/">
            explorer
          </Link>
          ; what the words mean is on the{" "}
          <Link className="link" href={"/method" as Route}>
            method page
          </Link>
          .
        </p>
      </MessagePage>
    </>
  );
}
