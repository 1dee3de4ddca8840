#!/bin/sh
# A first verdict with curl. STOFGROEP_URL says where the service is.
set -eu
url="${STOFGROEP_URL:-http://127.0.0.1:8000}"

curl --silent --show-error --fail-with-body "$url/v1/verdicts" \
  --header 'Content-Type: application/json' \
  --data '{
    "structures": [
      {"structure": "CNC(C)C(=O)c1ccccc1C", "id": "L26-1180.1"},
      {"name": "3-MMC", "id": "L26-1180.2"}
    ],
    "date": "2026-07-09",
    "lang": "en"
  }'
