"use client";

import type { Route } from "next";
import Link from "next/link";
import { useParams } from "next/navigation";
import { MessagePage } from "@/components/layout/message-page";
import { findNearestZones, type NamedZone } from "@/lib/query/nearest-zones";

/**
 * The page of an address that names no source, with those whose ids and titles come nearest. Works in
 * the browser, since only there the address is known to a not-found page.
 */
export function UnknownSource({ sources }: { sources: readonly NamedZone[] }) {
  const { id } = useParams<{ id?: string }>();
  const near = findNearestZones(decodeURIComponent(id ?? ""), sources);
  return (
    <MessagePage title="No source is kept under this name">
      <p>
        {near.length === 0 ? "No id or title comes near it." : "Perhaps you meant one of these:"}
      </p>
      {near.length === 0 ? null : (
        <ul>
          {near.map(({ slug, name }) => (
            <li key={slug}>
              <Link className="link" href={`/sources/${slug}` as Route}>
                {name}
              </Link>
            </li>
          ))}
        </ul>
      )}
      <p>
        The{" "}
        <Link className="link" href="/sources">
          list of sources
        </Link>{" "}
        searches titles, publishers and ids.
      </p>
    </MessagePage>
  );
}
