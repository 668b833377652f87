# Which zones became more ready since the end of 2021, and was it progress or knowledge?
import collections, csv, io, os, urllib.request

address = os.environ.get("TRACKER", "http://localhost:3000") + "/api/v1/readiness/history.csv"
change = collections.defaultdict(lambda: [0.0, 0.0])
for year in csv.DictReader(io.StringIO(urllib.request.urlopen(address).read().decode())):
    if year["zone"] and year["year"] > "2021":
        change[year["zone"]][0] += float(year["progressed"]) + float(year["fell"])
        change[year["zone"]][1] += float(year["becameKnown"]) + float(year["reJudged"])
for zone, (progress, knowledge) in sorted(change.items()):
    if progress + knowledge > 0.005:
        print(f"{zone} {progress:+.2f} progress {knowledge:+.2f} knowledge")
