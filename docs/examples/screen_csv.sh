#!/bin/sh
# A CSV file in, the same file with verdicts out: screen_csv.sh FILE [DATE] > RESULT
# For KNIME, Excel and everything else that reads CSV. STOFGROEP_URL says where the service is.
set -eu
url="${STOFGROEP_URL:-http://127.0.0.1:8000}"
file="$1"
date="${2:-$(date +%F)}"

# The address of the screening is in the header Location.
place=$(curl --silent --show-error --fail --output /dev/null --write-out '%header{location}' \
  --form "file=@$file" --form "date=$date" "$url/v1/screenings")

until curl --silent --show-error --fail "$url$place" | grep -q '"state":"done"'; do
  if curl --silent "$url$place" | grep -q '"state":"failed"'; then
    curl --silent "$url$place" >&2
    exit 1
  fi
  sleep 1
done

curl --silent --show-error --fail "$url$place/result"
curl --silent --show-error --fail --request DELETE "$url$place"
