"use client";

import type { Route } from "next";
import Link from "next/link";
import { useParams } from "next/navigation";
import { decodeFirmId, firmPath } from "@/lib/firms/firm-address";
import { findNearestZones, type NamedZone } from "@/lib/query/nearest-zones";

interface NearestFirmsProps {
  /** Every firm, by its id in addresses. */
  firms: readonly NamedZone[];
  words: { readonly near: string; readonly none: string };
}

/** Firms whose names are similar to the one in the address, which a not-found page can read only in the browser. */
export function NearestFirms({ firms, words }: NearestFirmsProps) {
  const { id } = useParams<{ id?: string }>();
  const near = findNearestZones(decodeFirmId(id ?? ""), firms);
  if (near.length === 0) return <p>{words.none}</p>;
  return (
    <>
      <p>{words.near}</p>
      <ul>
        {near.map(({ slug, name }) => (
          <li key={slug}>
            <Link className="link" href={firmPath(slug) as Route}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
