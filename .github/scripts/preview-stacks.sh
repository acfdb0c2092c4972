#!/usr/bin/env bash
# Previews every stack of a change against what it is merged into, and writes plans, reports and the one comment.
#   bash .github/scripts/preview-stacks.sh BASE HEAD OUT
# BASE and HEAD are two checkouts, each previewed by its own code. A stack that BASE lacks or cannot preview, or whose plan HEAD cannot
# read, is told as a first deployment. Ends with 5 where a stack has findings, and with 4 where one cannot be previewed.
set -euo pipefail
base=$(cd "$1" && pwd)
head=$(cd "$2" && pwd)
mkdir -p "$3/base" "$3/plans" "$3/reports"
out=$(cd "$3" && pwd)

build() { (cd "$1" && dotnet build preview --configuration Release -nologo -v:quiet); }
tell() { (cd "$1" && shift && dotnet run --project preview --configuration Release --no-build -- "$@"); }
stacks() { find "$1/stacks" -maxdepth 1 -name 'Pulumi.*.yaml' -printf '%f\n' | sed -nE 's/^Pulumi\.([A-Za-z0-9_][A-Za-z0-9_.-]*)\.yaml$/\1/p' | sort; }

build "$head"
has_base=true
build "$base" || { has_base=false; echo "the base does not build: every stack is told as a first deployment"; }

# A plan of HEAD: against BASE's where there is one, else, or where it cannot be read, by itself.
plan() {
  local stack=$1 code=0
  if [ -f "$out/base/$stack.json" ]; then
    tell "$head" "$stack" --format json --base "$out/base/$stack.json" --out "$out/plans/$stack.json" 2>"$out/plans/$stack.txt" || code=$?
    [ "$code" -eq 2 ] || return "$code"
    echo "$stack: told as a first deployment; $(head -n 1 "$out/plans/$stack.txt")"
    rm "$out/base/$stack.json"
  fi
  tell "$head" "$stack" --format json --out "$out/plans/$stack.json" 2>"$out/plans/$stack.txt"
}

worst=0
for stack in $(stacks "$head"); do
  if "$has_base" && [ -f "$base/stacks/Pulumi.$stack.yaml" ]; then
    tell "$base" "$stack" --format json --fail-on never --out "$out/base/$stack.json" || echo "$stack: the base cannot preview it"
  fi

  code=0
  plan "$stack" || code=$?
  if [ "$code" -eq 0 ] || [ "$code" -eq 5 ]; then
    rm "$out/plans/$stack.txt"
    against=()
    [ ! -f "$out/base/$stack.json" ] || against=(--base "$out/base/$stack.json")
    tell "$head" "$stack" --format md "${against[@]}" --fail-on never --out "$out/reports/$stack.md"
    tell "$head" "$stack" --format sarif "${against[@]}" --fail-on never --out "$out/reports/$stack.sarif" || echo "$stack: no SARIF"
  else
    cat "$out/plans/$stack.txt"
    code=4
  fi
  if [ "$code" -eq 4 ] || [ "$worst" -eq 0 ]; then worst=$code; fi
done

for stack in $(comm -23 <(stacks "$base") <(stacks "$head")); do
  echo "stacks/Pulumi.$stack.yaml is gone: what was deployed from it stays, and nobody looks after it" >"$out/plans/$stack.txt"
done

tell "$head" comment "$out/plans"/* >"$out/comment.md"
exit "$worst"
