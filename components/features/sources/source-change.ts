import type { Source, SourceKind } from "@/lib/evidence/ledger-records";
import { isDay, isPartialDate } from "@/lib/time/day";

/** What is typed in the form: texts as they stand, empty for none. */
export interface SourceDraft {
  readonly url: string;
  readonly accessed: string;
  readonly title: string;
  readonly publisher: string;
  readonly publishedOn: string;
  readonly publishedOnEstimated: boolean;
  readonly kind: SourceKind;
  readonly reason: string;
}

/** The parts of a source that can be changed. */
export type SourceParts = Partial<Omit<Source, "id">>;

/** What is wrong with single parts of a draft, by their names. */
export type SourceFaults = Partial<Record<keyof SourceDraft, string>>;

/** A draft that changes nothing yet. */
export function createDraft(source: Source): SourceDraft {
  const { title, publisher, publishedOnEstimated, kind } = source;
  return {
    url: source.url ?? "",
    accessed: source.accessed ?? "",
    title,
    publisher,
    publishedOn: source.publishedOn ?? "",
    publishedOnEstimated,
    kind,
    reason: "",
  };
}

/** The parts that a draft would change. */
export function changedParts(draft: SourceDraft, source: Source): SourceParts {
  const next: Omit<Source, "id"> = {
    title: draft.title.trim(),
    publisher: draft.publisher.trim(),
    url: draft.url.trim() || null,
    publishedOn: draft.publishedOn.trim() || null,
    publishedOnEstimated: draft.publishedOn.trim() !== "" && draft.publishedOnEstimated,
    accessed: draft.accessed.trim() || null,
    kind: draft.kind,
  };
  return Object.fromEntries(
    Object.entries(next).filter(([part, value]) => source[part as keyof SourceParts] !== value),
  );
}

/**
 * What must be fixed before a draft can be sent.
 * @param today the day in Pakistan; neither publication nor reading lie after it
 */
export function draftFaults(draft: SourceDraft, today: string): SourceFaults {
  const [url, accessed, published] = [draft.url, draft.accessed, draft.publishedOn].map((text) =>
    text.trim(),
  ) as [string, string, string];
  return {
    ...(url !== "" && !/^https?:\/\/\S+\.\S+/i.test(url)
      ? { url: "Give a whole web address, beginning with https:// or http://." }
      : {}),
    ...(accessed !== "" && (!isDay(accessed) || accessed > today)
      ? { accessed: "Give the day on which you read it there, not one to come." }
      : {}),
    ...(draft.title.trim() === "" ? { title: "Give its title." } : {}),
    ...(draft.publisher.trim() === "" ? { publisher: "Say who published it." } : {}),
    ...(published !== "" && (!isPartialDate(published) || published.slice(0, 10) > today)
      ? {
          publishedOn: "Give a year, a month or a day that exists, as 2020, 2020-10 or 2020-10-07.",
        }
      : {}),
    ...(draft.reason.trim() === ""
      ? { reason: "Say why, for those who look at its history later." }
      : {}),
  };
}
