#!/usr/bin/env bash
# Whole-process figures of the built Release binaries: median of wall time and of peak memory over RUNS runs each (default 15).
# Beside the sizes it times the preview of a stack that ships, and a .NET program that does nothing but say how it is used.
set -euo pipefail
cd "$(dirname "$0")/.."
runs=${RUNS:-15}

dotnet build bench/WholeProcess -c Release -nologo -v:quiet
bin=$(echo bench/WholeProcess/bin/*/Release/net10.0/CrossCloudMesh.WholeProcess)
preview=$(echo preview/bin/*/Release/net10.0/CrossCloudMesh.Preview)

median() { sort -n | awk '{ v[NR] = $1 } END { print (NR % 2) ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }

measure() {
  local title=$1 times=() peaks=() output start
  shift
  for ((run = 0; run < runs; run++)); do
    start=$(date +%s%N)
    output=$("$@" 2>/dev/null) || true
    times+=($((($(date +%s%N) - start) / 1000)))
    peaks+=("${output##* }")
  done
  printf '%-28s %8.3f s  %8s MiB\n' "$title" \
    "$(printf '%s\n' "${times[@]}" | median | awk '{ print $1 / 1e6 }')" \
    "$([ "$title" = "${title#*resources}" ] && echo - || printf '%s\n' "${peaks[@]}" | median)"
}

measure "says its usage" "$bin"
measure "30 resources" "$bin" 30
measure "1,020 resources" "$bin" 1020
measure "10,020 resources" "$bin" 10020
measure "1,020 resources, analyses" "$bin" 1020 analyses
measure "10,020 resources, analyses" "$bin" 10020 analyses
measure "preview dev" "$preview" dev
