"use client";

import type { Route } from "next";
import Link from "next/link";
import { useParams } from "next/navigation";
import { MessagePage } from "@/components/layout/message-page";
import { firmPath } from "@/lib/firms/firm-address";
import { findNearestZones, type NamedZone } from "@/lib/query/nearest-zones";

/**
 * The page of an address that names no firm, with those whose names come nearest. Works in the
 * browser, since only there the address is known to a not-found page.
 */
export function UnknownFirm({ firms }: { firms: readonly NamedZone[] }) {
  const { id } = useParams<{ id?: string }>();
  const near = findNearestZones(decoded(id ?? ""), firms);
  return (
    <MessagePage title="No firm is kept under this name">
      <p>
        {near.length === 0 ? "No firm's name comes near it." : "Perhaps you meant one of these:"}
      </p>
      {near.length === 0 ? null : (
        <ul>
          {near.map(({ slug, name }) => (
            <li key={slug}>
              <Link className="link" href={firmPath(slug) as Route}>
                {name}
              </Link>
            </li>
          ))}
        </ul>
      )}
      <p>
        <Link className="link" href="/investors?scope=all">
          All firms
        </Link>{" "}
        stand on one page, by stage, sector, country and zone.
      </p>
    </MessagePage>
  );
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
