# Which zones in Sindh have power, as a table with commas?
curl --silent --show-error --fail-with-body --get "${TRACKER:-http://localhost:3000}/api/v1/zones.csv" \
  --data province=sindh --data electricity=partial,available --data fields=name,electricity,powerEnergisedMw
