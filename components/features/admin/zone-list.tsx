"use client";

import type { Route } from "next";
import Link from "next/link";
import { useDeferredValue, useMemo, useState } from "react";
import { DisputedMark, EvidenceLine } from "@/components/evidence/evidence-line";
import { StatusMark } from "@/components/evidence/status-mark";
import { UnknownValue } from "@/components/evidence/unknown-value";
import { Button } from "@/components/ui/button";
import { SearchField } from "@/components/ui/search-field";
import { Segmented } from "@/components/ui/segmented";
import { splitWords } from "@/lib/query/search";
import { formatDay } from "@/lib/text/format-date";
import { type Day, daysBetween, firstDay } from "@/lib/time/day";
import type { ZoneEntry } from "./zone-entries";

type Order = "name" | "oldest";

const ORDERS = [
  { value: "name", label: "By name" },
  { value: "oldest", label: "Oldest evidence first" },
] as const;

const COLUMNS = "grid gap-x-5 gap-y-0.5 md:grid-cols-[minmax(0,1fr)_13rem_11rem_7rem]";

/** Every zone, to be found by name and opened for recording. `today` is the day in Pakistan. */
export function ZoneList({ entries, today }: { entries: readonly ZoneEntry[]; today: Day }) {
  const [text, setText] = useState("");
  const [order, setOrder] = useState<Order>("name");
  const typed = useDeferredValue(text);
  const shown = useMemo(() => {
    const wanted = splitWords(typed);
    const found = entries.filter((entry) => {
      const words = splitWords(entry.text);
      return wanted.every((want) => words.some((word) => word.includes(want)));
    });
    return order === "name"
      ? found
      : found.sort((a, b) => (a.newest ?? "").localeCompare(b.newest ?? ""));
  }, [entries, typed, order]);

  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <div className="min-w-0 flex-1 basis-64">
          <SearchField
            label="Find a zone"
            placeholder="Zone, alias or district"
            value={text}
            onChange={setText}
          />
        </div>
        <Segmented label="Order" segments={ORDERS} value={order} onChange={setOrder} />
      </div>
      <p role="status" className="text-12 text-ink-3">
        {shown.length === entries.length
          ? `${entries.length} zones`
          : `${shown.length} of ${entries.length} zones`}
      </p>
      {shown.length === 0 ? (
        <p className="flex flex-wrap items-center gap-3 border-line border-t py-4">
          No zone has these words in its name, aliases or district.
          <Button onClick={() => setText("")}>Show all</Button>
        </p>
      ) : (
        <>
          <div aria-hidden="true" className={`${COLUMNS} hidden text-12 text-ink-3 md:grid`}>
            <span>Zone</span>
            <span>Status on the ground</span>
            <span>Newest evidence</span>
            <span>Last recorded</span>
          </div>
          <ul>
            {shown.map((entry) => (
              <li key={entry.slug} className={`${COLUMNS} border-line border-t py-2`}>
                <span className="flex flex-wrap items-baseline gap-x-2.5">
                  <Link
                    href={`/admin/zones/${entry.slug}/edit` as Route}
                    prefetch={false}
                    className="link font-medium"
                  >
                    {entry.name}
                  </Link>
                  {entry.contested > 0 ? (
                    <span className="text-12">
                      <DisputedMark count={entry.contested} />
                    </span>
                  ) : null}
                </span>
                <StatusCell {...entry} />
                <span>
                  <span className="mr-1 text-12 text-ink-3 md:hidden">Newest evidence</span>
                  <EvidenceLine
                    date={entry.newest}
                    ageDays={entry.newest ? daysBetween(firstDay(entry.newest), today) : null}
                    className="text-12"
                  />
                </span>
                <span className="tabular text-12 text-ink-3 leading-4.5">
                  <span className="mr-1 md:sr-only">Last recorded</span>
                  {entry.recorded ? formatDay(entry.recorded) : "nothing yet"}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function StatusCell({ status, candidate }: ZoneEntry) {
  return (
    <span className="flex flex-wrap items-center gap-x-1.5">
      <StatusMark status={status?.key ?? null} candidate={candidate} />
      {status ? status.label : <UnknownValue />}
      {candidate ? <span className="text-12 text-ink-3">approval not evidenced</span> : null}
    </span>
  );
}
