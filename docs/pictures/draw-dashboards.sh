#!/usr/bin/env bash
# Draws the dashboards of a stack with made-up data: docs/pictures/dashboard-<name>.png. Needs jq and Chromium.
#   bash docs/pictures/draw-dashboards.sh [stack] [plan.json]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
stack=${1:-dev}
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
if [ $# -gt 1 ]; then cp "$2" "$made/plan.json"; else (cd "$here/../.." && dotnet run --project preview -- "$stack" --format json --out "$made/plan.json"); fi

sites=$(jq -c '[.outputs.clusters | keys[]]' "$made/plan.json")
services=$(jq -c '[.resources[] | select(.type == "kubernetes:networking.istio.io/v1:DestinationRule") | .inputs.metadata.name // empty] | unique | .[0:6]' "$made/plan.json")
# Each dashboard, and of "which link" once more by itself what the latency probe measures, where there is one.
jq -c '.resources[] | select(.type == "aws:cloudwatch/dashboard:Dashboard") | { name: .inputs.dashboardName, body: .inputs.dashboardBody }
  | ., (select(.name | endswith("-link")) | .name |= sub("-link$"; "-probe")
      | .body |= (fromjson | .widgets |= (map(select(.properties.title // "" | test(": (how long a call takes|calls not answered)"))) | (map(.y) | min) as $top | map(.y -= $top)) | tojson)
      | select(.body | fromjson | .widgets | length > 0))' "$made/plan.json" | while read -r board; do
  name=$(jq -r .name <<<"$board")
  rows=$(jq '.body | fromjson | [.widgets[] | .y + .height] | max' <<<"$board")
  jq -c --argjson sites "$sites" --argjson services "$services" '. + { sites: $sites, services: $services }' <<<"$board" >"$made/board.json"
  sed -e "/^BOARD$/r $made/board.json" -e '/^BOARD$/d' "$here/dashboards.html" >"$made/$name.html"
  chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --force-device-scale-factor=1 \
    --window-size=1400,$((rows * 52 + 80)) --screenshot="$here/dashboard-${name#"$stack"-}.png" "file://$made/$name.html" 2>/dev/null
  echo "docs/pictures/dashboard-${name#"$stack"-}.png"
done
