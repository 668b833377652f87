"use client";

import type { Route } from "next";
import Link from "next/link";
import { useParams } from "next/navigation";
import { MessagePage } from "@/components/layout/message-page";
import { findNearestZones, type NamedZone } from "@/lib/query/nearest-zones";

/**
 * The page of an address that names no zone, with the zones whose names come nearest. Works in the
 * browser, since only there the address is known to a not-found page.
 */
export function UnknownZone({ zones }: { zones: readonly NamedZone[] }) {
  const { slug } = useParams<{ slug?: string }>();
  const typed = decodeURIComponent(slug ?? "");
  const near = findNearestZones(typed, zones);
  return (
    <MessagePage title="No zone is kept under this name">
      <p>
        {near.length === 0
          ? "No name in the register comes near it."
          : "Perhaps you meant one of these:"}
      </p>
      {near.length === 0 ? null : (
        <ul>
          {near.map((zone) => (
            <li key={zone.slug}>
              <Link className="link" href={`/zones/${zone.slug}`}>
                {zone.name}
              </Link>
            </li>
          ))}
        </ul>
      )}
      <p>
        The{" "}
        <Link
          className="link"
          href={`/?scope=all&q=${encodeURIComponent(typed.replaceAll("-", " "))}` as Route}
        >
          explorer
        </Link>{" "}
        searches names, other names, districts, developers and firms, and forgives misspellings.
      </p>
    </MessagePage>
  );
}
