/**
 * Programs that record one claim with a token, by the language. They read `TRACKER`, `TOKEN` and `CLAIM_ID` from the
 * environment, and run as they are: the page about the data, the documentation and a test have the same text.
 */
export const WRITE_EXAMPLES = {
  curl: `# CLAIM_ID is a new UUID. With the same id, a request sent again records nothing twice.
curl --silent --show-error --fail-with-body "$TRACKER/api/v1/claims" \\
  -H "Authorization: Bearer $TOKEN" -H "Content-Type: application/json" \\
  -d '{"claims": [{"id": "'"$CLAIM_ID"'", "zone": "hub-sez", "field": "jobs", "value": 70,
        "asOf": "2026-11-01", "sourceId": "geonames", "origin": "official", "confidence": "high"}]}'
`,
  python: `import json, os, urllib.error, urllib.request, uuid

claim = {
    "id": os.environ.get("CLAIM_ID") or str(uuid.uuid4()),
    "zone": "hub-sez", "field": "jobs", "value": 70, "asOf": "2026-11-01",
    "sourceId": "geonames", "origin": "official", "confidence": "high",
}
request = urllib.request.Request(
    os.environ["TRACKER"] + "/api/v1/claims",
    data=json.dumps({"claims": [claim]}).encode(),
    headers={"Authorization": "Bearer " + os.environ["TOKEN"], "Content-Type": "application/json"},
)
try:
    with urllib.request.urlopen(request) as answer:
        print(answer.read().decode())
except urllib.error.HTTPError as error:
    raise SystemExit(error.read().decode())
`,
  r: `# Base R cannot send a body with headers, so curl sends it.
claim <- sprintf('{"claims": [{"id": "%s", "zone": "hub-sez", "field": "jobs", "value": 70,
  "asOf": "2026-11-01", "sourceId": "geonames", "origin": "official", "confidence": "high"}]}',
  Sys.getenv("CLAIM_ID"))
body <- tempfile(fileext = ".json")
writeLines(claim, body)
status <- system2("curl", c("--silent", "--show-error", "--fail-with-body",
  shQuote(paste0(Sys.getenv("TRACKER"), "/api/v1/claims")),
  "-H", shQuote(paste("Authorization: Bearer", Sys.getenv("TOKEN"))),
  "-H", shQuote("Content-Type: application/json"), "-d", shQuote(paste0("@", body))))
quit(status = status)
`,
} as const;
