/** Signatures and places of the ZIP format (APPNOTE.TXT 6.3), little-endian. */
const END_OF_DIRECTORY = 0x06054b50;
const END_LENGTH = 22;
const END_ENTRIES_AT = 10;
const END_DIRECTORY_AT = 16;
const DIRECTORY_HEADER = 0x02014b50;
const DIRECTORY_LENGTH = 46;
const DIRECTORY_TIME_AT = 12;
/** Lengths of the name, the extra fields and the comment that follow a directory header. */
const DIRECTORY_TAIL_AT = [28, 30, 32] as const;
const DIRECTORY_LOCAL_AT = 42;
const LOCAL_HEADER = 0x04034b50;
const LOCAL_TIME_AT = 10;

/**
 * Sets the instant of every entry of a ZIP archive, in UTC and to two seconds, so that the same
 * entries make the same bytes whenever they are packed.
 * @param archive changed in place
 * @throws Error where the bytes are no plain ZIP archive
 */
export function setZipInstant(archive: Uint8Array, instant: Date): void {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = endOfDirectory(view);
  let header = view.getUint32(end + END_DIRECTORY_AT, true);
  for (let left = view.getUint16(end + END_ENTRIES_AT, true); left > 0; left--) {
    expectSignature(view, header, DIRECTORY_HEADER);
    const local = view.getUint32(header + DIRECTORY_LOCAL_AT, true);
    expectSignature(view, local, LOCAL_HEADER);
    writeInstant(view, header + DIRECTORY_TIME_AT, instant);
    writeInstant(view, local + LOCAL_TIME_AT, instant);
    const tail = DIRECTORY_TAIL_AT.map((at) => view.getUint16(header + at, true));
    header += tail.reduce((sum, length) => sum + length, DIRECTORY_LENGTH);
  }
}

/** It stands last, behind which only a comment may follow. */
function endOfDirectory(view: DataView): number {
  for (let at = view.byteLength - END_LENGTH; at >= 0; at--) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  }
  throw new Error("The archive has no end: it is no ZIP file, or not whole.");
}

function expectSignature(view: DataView, at: number, signature: number): void {
  if (view.getUint32(at, true) !== signature) {
    throw new Error(`The archive has no header at byte ${at}, where its directory says.`);
  }
}

/** Time and day as MS-DOS packs them. */
function writeInstant(view: DataView, at: number, instant: Date): void {
  const time =
    (instant.getUTCHours() << 11) | (instant.getUTCMinutes() << 5) | (instant.getUTCSeconds() >> 1);
  const day =
    ((instant.getUTCFullYear() - 1980) << 9) |
    ((instant.getUTCMonth() + 1) << 5) |
    instant.getUTCDate();
  view.setUint16(at, time, true);
  view.setUint16(at + 2, day, true);
}
