// Is a zone operating, and who says so? node clients/who-says.mjs dhabeji-sez
const tracker = process.env.TRACKER ?? "http://localhost:3000";

async function read(path) {
  const response = await fetch(`${tracker}/api/v1/${path}`);
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.detail);
  return answer.data;
}

const { fields } = await read(`zones/${process.argv[2] ?? "dhabeji-sez"}`);
const { value, sourceId, asOf, effectiveOn, mark, rivals } = fields.status;
if (sourceId === null) {
  console.log("unknown: there is no evidence");
} else {
  const { title, publisher } = await read(`sources/${sourceId}`);
  console.log(`${value ?? "not known"}, as of ${asOf ?? effectiveOn}: ${title}, ${publisher}`);
}
if (mark === "contested") {
  const others = rivals.filter(({ contradicts }) => contradicts);
  console.log(`disputed: other sources say ${others.map((rival) => rival.value).join(", ")}`);
}
