# Five questions, each in at most three lines of pandas and from one file. Unknown is NaN and never counts as no.
import os
import pandas as pd

API = os.environ.get("TRACKER", "http://localhost:3000") + "/api/v1/"

# Which zones became more ready since 2024, and was it progress or knowledge?
readiness = pd.read_csv(API + "tables/readiness.csv")
changes = readiness[readiness.year > 2024].pivot_table("change", "zone", "cause", "sum", fill_value=0)
print(changes[changes.sum(axis=1) > 0].to_csv())

# Which values about the state of zones have one source?
evidence = pd.read_csv(API + "tables/evidence.csv?about=state")
print(evidence[evidence.tenancy.isna() & (evidence.publishers == 1)][["zone", "field", "value", "publisher"]].to_csv())

# Which targets are over a year late?
targets = pd.read_csv(API + "tables/targets.csv")
print(targets[targets.latest & (targets.daysLate > 365)][["zone", "field", "targetDate", "daysLate"]].to_csv())

# Jobs per acre
zones = pd.read_csv(API + "zones.csv?scope=all", index_col="slug")
print((zones.jobs / zones.areaAcres).dropna().to_csv())

# Share of firms with Chinese owners by province, beside those of other and of unknown owners
firms = pd.read_csv(API + "tables/tenancies.csv")
print(pd.crosstab(firms.province, firms.ultimateOwnerNationality.fillna("unknown"), normalize="index").to_csv())
