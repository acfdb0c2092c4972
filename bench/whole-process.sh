#!/usr/bin/env bash
# Whole-process figures of the published Release binaries: median of wall time, of processor time (user and system, which others on the
# machine disturb less) and of peak memory over RUNS runs each (default 15). It times a synthetic stack of three sizes, first to its plan and
# then to the whole text of a preview; the stacks that ship; and a .NET program that does nothing but say how it is used.
set -euo pipefail
cd "$(dirname "$0")/.."
runs=${RUNS:-15}
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

dotnet publish bench/WholeProcess -c Release -nologo -v:quiet -o "$out/bench"
dotnet publish preview -c Release -nologo -v:quiet -o "$out/preview"
bench="$out/bench/CrossCloudMesh.WholeProcess"
preview="$out/preview/CrossCloudMesh.Preview"

median() { sort -n | awk '{ v[NR] = $1 } END { print (NR % 2) ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }

measure() {
  local title=$1 said
  shift
  : >"$out/wall"; : >"$out/cpu"; : >"$out/peak"
  for ((run = 0; run < runs; run++)); do
    TIMEFORMAT='%R %U %S'
    { time "$@" >"$out/said" 2>/dev/null || true; } 2>"$out/time"
    awk '{ print $1 }' "$out/time" >>"$out/wall"
    awk '{ print $2 + $3 }' "$out/time" >>"$out/cpu"
    said=$(tail -n 1 "$out/said")
    echo "${said##* }" >>"$out/peak"
  done
  local peak=-
  if [ "$1" = "$bench" ] && [ $# -gt 1 ]; then peak=$(median <"$out/peak"); fi
  printf '%-26s %7.3f s  %7.3f s of processor  %8s MiB\n' "$title" "$(median <"$out/wall")" "$(median <"$out/cpu")" "$peak"
}

measure "says its usage" "$bench"
for size in 30 1020 10020; do measure "$size resources, plan" "$bench" "$size"; done
for size in 30 1020 10020; do measure "$size resources, preview" "$bench" "$size" preview; done
for stack in stacks/Pulumi.*.yaml; do
  stack=${stack#stacks/Pulumi.}
  stack=${stack%.yaml}
  measure "preview $stack" "$preview" "$stack"
done
measure "verify prod" "$preview" verify prod
measure "--help" "$preview" --help
