#!/usr/bin/env bash
# Draws the comment that a pull request gets, from real plans of a made-up change: docs/pictures/comment-light.png and -dark.png.
# Needs jq and Chromium.
#   bash docs/pictures/draw-comment.sh
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
mkdir -p "$made/before" "$made/after" "$made/base" "$made/plans"
cp -r "$root/Pulumi.yaml" "$root/stacks" "$made/before"
cp -r "$root/Pulumi.yaml" "$root/stacks" "$made/after"

# The change: in dev a canary moves on, in staging a site moves to another part of the pool, in prod a key is misspelt.
sed -i 's/step: 1 # raise it/step: 2 # raise it/' "$made/after/stacks/Pulumi.dev.yaml"
sed -i 's/pool: google, slot: 1 }/pool: google, slot: 7 }/' "$made/after/stacks/Pulumi.staging.yaml"
sed -i '0,/kubernetesVersion:/s//kubernetesVerison:/' "$made/after/stacks/Pulumi.prod.yaml"

preview=${PREVIEW:-dotnet run --project $root/preview --}
for file in "$made"/before/stacks/Pulumi.*.yaml; do
  stack=$(basename "$file" .yaml)
  stack=${stack#Pulumi.}
  $preview "$stack" --project "$made/before" --format json --fail-on never --out "$made/base/$stack.json"
  if $preview "$stack" --project "$made/after" --format json --fail-on never --base "$made/base/$stack.json" --out "$made/plans/$stack.json" 2>"$made/plans/$stack.txt"; then
    rm "$made/plans/$stack.txt"
  fi
done
$preview comment "$made/plans"/* >"$made/raw.md"
{
  # As post-comment.sh begins it.
  printf '<sub>0123456, told by the code of this pull request itself; [the run](https://github.com/OWNER/cross-cloud-mesh/actions) has all plans and reports</sub>\n\n'
  bash "$root/.github/scripts/harmless.sh" <"$made/raw.md"
} | jq -Rs . | sed 's/</\\u003c/g' >"$made/told.json"
sed -e "/^MARKDOWN$/r $made/told.json" -e '/^MARKDOWN$/d' "$here/comment.html" >"$made/comment.html"

for theme in light dark; do
  chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --force-device-scale-factor=1.5 \
    --window-size="1000,${HEIGHT:-1650}" --screenshot="$here/comment-$theme.png" "file://$made/comment.html#$theme" 2>/dev/null
  echo "docs/pictures/comment-$theme.png"
done
