/** A number in groups of seven bits, as archives and tiles have it. */
function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 128) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  return [...bytes, rest];
}

const text = (value: string) => [...new TextEncoder().encode(value)];
/** A field of a tile: a number, or bytes with their length. */
const number = (field: number, value: number) => [...varint(field * 8), ...varint(value)];
const bytes = (field: number, value: number[]) => [
  ...varint(field * 8 + 2),
  ...varint(value.length),
  ...value,
];

/** Side of a tile, in its own units. */
const EXTENT = 4096;

/** How far below the top of the world's tile a parallel is, in units of the tile. */
function toTileRow(latitude: number): number {
  const north = Math.asinh(Math.tan((latitude * Math.PI) / 180));
  return Math.round(EXTENT * (0.5 - north / (2 * Math.PI)));
}
/** A vector tile with one street across it, of the given class. @param latitude degrees north */
function makeTile(layer: string, property: string, value: string, latitude: number): number[] {
  // From the left edge to the right one: move, then one line, in zigzag numbers.
  const geometry = [9, 0, 2 * toTileRow(latitude), 10, 2 * EXTENT, 0].flatMap(varint);
  const feature = [...bytes(2, [0, 0]), ...number(3, 2), ...bytes(4, geometry)];
  return bytes(3, [
    ...bytes(1, text(layer)),
    ...bytes(2, feature),
    ...bytes(3, text(property)),
    ...bytes(4, bytes(1, text(value))),
    ...number(5, EXTENT),
    ...number(15, 2),
  ]);
}

/**
 * A PMTiles archive (version 3, not compressed) with one tile of the whole world.
 * @param layer the name of its layer, in which is one main street, from west to east
 * @param latitude of the street, degrees north, good to 0.05
 */
export function makePmtiles(
  layer: string,
  attribution: string,
  latitude = 0,
): Uint8Array<ArrayBuffer> {
  const tile = makeTile(layer, layer === "roads" ? "kind" : "class", "motorway", latitude);
  const metadata = text(JSON.stringify({ attribution, vector_layers: [{ id: layer }] }));
  // One entry: the first tile, once, its length, its offset plus 1.
  const directory = [1, 0, 1, tile.length, 1].flatMap(varint);
  const HEADER = 127;
  const metadataAt = HEADER + directory.length;
  const tileAt = metadataAt + metadata.length;
  const archive = new Uint8Array(tileAt + tile.length);
  const view = new DataView(archive.buffer);
  archive.set([...text("PMTiles"), 3]);
  const offsets = [
    HEADER,
    directory.length,
    metadataAt,
    metadata.length,
    0,
    0,
    tileAt,
    tile.length,
  ];
  [...offsets, 1, 1, 1].forEach((value, i) => {
    view.setBigUint64(8 + 8 * i, BigInt(value), true);
  });
  // Clustered, no compression of directories and tiles, vector tiles, zoom 0 to 0.
  archive.set([1, 1, 1, 1, 0, 0], 96);
  [-1_800_000_000, -850_000_000, 1_800_000_000, 850_000_000].forEach((degrees, i) => {
    view.setInt32(102 + 4 * i, degrees, true);
  });
  archive.set([...directory, ...metadata, ...tile], HEADER);
  return archive;
}
