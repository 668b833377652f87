"use client";

import type { Route } from "next";
import Link from "next/link";
import { useParams } from "next/navigation";
import type { ReactNode } from "react";
import { findNearestZones, type NamedZone } from "@/lib/query/nearest-zones";

interface UnknownZoneProps {
  zones: readonly NamedZone[];
  /** Said where a zone has a similar name, and where none has. */
  similar: string;
  none: string;
}

/** The slug of the address; only the browser knows it on a not-found page. */
function useTyped(): string {
  const { slug } = useParams<{ slug?: string }>();
  return decodeURIComponent(slug ?? "");
}

/** The zones whose names are most like the address, which names no zone. */
export function NearestZones({ zones, similar, none }: UnknownZoneProps) {
  const near = findNearestZones(useTyped(), zones);
  if (near.length === 0) return <p>{none}</p>;
  return (
    <>
      <p>{similar}</p>
      <ul>
        {near.map((zone) => (
          <li key={zone.slug}>
            <Link className="link" href={`/zones/${zone.slug}`}>
              {zone.name}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

/** A link to the explorer that searches for the words of the address. */
export function SearchLink({ children }: { children: ReactNode }) {
  const words = useTyped().replaceAll("-", " ");
  return (
    <Link className="link" href={`/?scope=all&q=${encodeURIComponent(words)}` as Route}>
      {children}
    </Link>
  );
}
