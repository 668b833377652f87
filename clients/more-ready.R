# Which zones became more ready since the end of 2021, and was it progress or knowledge?
address <- paste0(Sys.getenv("TRACKER", "http://localhost:3000"), "/api/v1/readiness/history.csv")
years <- subset(read.csv(address, check.names = FALSE), zone != "" & year > 2021)
progress <- rowsum(years$progressed + years$fell, years$zone)[, 1]
knowledge <- rowsum(years[["becameKnown"]] + years[["reJudged"]], years$zone)[, 1]
more <- sort(names(progress)[progress + knowledge > 0.005], method = "radix")
cat(sprintf("%s %+.2f progress %+.2f knowledge\n", more, progress[more], knowledge[more]), sep = "")
