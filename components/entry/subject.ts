import type { ActionResult } from "@/lib/contract/action-result";
import type { FactSubject } from "@/lib/entry/find-fact";
import type { Source, Tenancy } from "@/lib/evidence/ledger-records";
import type { ZoneEvidence } from "@/lib/evidence/preview";
import type { PackedRow } from "@/lib/evidence/row";
import type { Day } from "@/lib/time/day";

/** A zone that the form can record claims on. */
export interface SubjectZone {
  readonly slug: string;
  readonly name: string;
  /** Other names by which it is found. */
  readonly otherNames: readonly string[];
}

/** Loads the evidence on a zone and its firms. */
type LoadEvidence = (input: unknown) => Promise<ActionResult<ZoneEvidence>>;

/** Undoes what a revision of the signed-in person recorded. @returns the revision that undoes it */
type UndoRevision = (input: unknown) => Promise<ActionResult<number>>;

/** What the form needs. */
export interface RecordSubject {
  /** Id of the signed-in person, who has drafts of their own. */
  readonly personId: string;
  /** The zone that all claims are on; null: claims on any zones, from an article. */
  readonly zone: string | null;
  readonly today: Day;
  readonly version: number;
  readonly rows: readonly PackedRow[];
  /** The zones, of which `zone` is one. */
  readonly zones: readonly SubjectZone[];
  /** The firms in these zones. */
  readonly tenancies: readonly Tenancy[];
  readonly sources: readonly Source[];
  /** The evidence that came with the page, by zone. */
  readonly evidence: Readonly<Record<string, ZoneEvidence>>;
  /** Loads that on other zones; null: there are none. */
  readonly loadEvidence: LoadEvidence | null;
  /** Null: nothing is recorded by the form itself. */
  readonly undo: UndoRevision | null;
  /** Ids of all events and national figures; absent: the form adds none. */
  readonly takenIds?: readonly string[];
}

/** What facts can be about: each zone, then each firm in a zone. */
export function listFactSubjects({
  zones,
  tenancies,
}: {
  readonly zones: readonly SubjectZone[];
  readonly tenancies: readonly Pick<Tenancy, "id" | "zone" | "firm">[];
}): readonly FactSubject[] {
  const names = new Map(zones.map((zone) => [zone.slug, namesOf(zone)]));
  return [
    ...zones.map(({ slug }) => ({
      zone: slug,
      tenancy: null,
      zoneNames: names.get(slug) ?? [],
      firm: null,
    })),
    ...tenancies.map(({ id, zone, firm }) => ({
      zone,
      tenancy: id,
      zoneNames: names.get(zone) ?? [],
      firm,
    })),
  ];
}

function namesOf({ slug, name, otherNames }: SubjectZone): readonly string[] {
  return [name, slug, ...otherNames];
}
