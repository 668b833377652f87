/** The largest file of a source, in MB. */
export const MAX_SOURCE_FILE_MB = 10;
/** Most characters of the pages that matter. */
export const MAX_PAGES_LENGTH = 60;

const codes = (text: string) => [...text].map((letter) => letter.charCodeAt(0));

/** The types that a source's file can have, with the ending of its name and its first bytes; null: a byte that differs from file to file. */
const TYPES = {
  "application/pdf": { ending: "pdf", start: codes("%PDF-") },
  "image/png": { ending: "png", start: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  "image/jpeg": { ending: "jpg", start: [0xff, 0xd8, 0xff] },
  "image/webp": {
    ending: "webp",
    start: [...codes("RIFF"), null, null, null, null, ...codes("WEBP")],
  },
} as const satisfies Record<string, { ending: string; start: readonly (number | null)[] }>;
/** The media type of a source's file. */
export type SourceFileType = keyof typeof TYPES;
/** The media types that a source's file can have. */
export const SOURCE_FILE_TYPES = Object.keys(TYPES) as SourceFileType[];

/** The type that the first bytes of a file show, whatever its name; null: none of those that are taken. */
export function detectSourceFileType(bytes: Uint8Array): SourceFileType | null {
  const fits = (start: readonly (number | null)[]) =>
    start.every((byte, at) => byte === null || bytes[at] === byte);
  return SOURCE_FILE_TYPES.find((type) => fits(TYPES[type].start)) ?? null;
}

/** The name under which browsers save the file of a source. */
export function sourceFileName(id: string, type: SourceFileType): string {
  return `${id.replace(/[^\w.-]/g, "-")}.${TYPES[type].ending}`;
}

/** The path of the file of a source. */
export function sourceFilePath(id: string): string {
  return `/api/sources/${encodeURIComponent(id)}/file`;
}

/** What is known of the file of a source, without its content. */
export interface SourceFile {
  readonly mediaType: SourceFileType;
  /** Bytes. */
  readonly size: number;
  /** The pages that matter; null: not said. */
  readonly pages: string | null;
  /** May everybody read it? Else only people who record. */
  readonly shown: boolean;
  /** ISO 8601, UTC. */
  readonly addedAt: string;
  readonly addedBy: string;
}
