#!/usr/bin/env bash
# Draws the page of stacks, its upper part, light and dark: docs/pictures/page-<stack>-<light|dark>.png. Needs Chromium.
#   bash docs/pictures/draw-page.sh [stack ...]
# Before it draws, it holds each page to this: no scroll to the side from 320 to 1280 pixels with everything unfolded, and nothing on the console.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
stacks=("$@")
[ $# -gt 0 ] || stacks=(dev prod fintrust)
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
browser() { chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --force-device-scale-factor=1 "$@"; }

for stack in "${stacks[@]}"; do
  (cd "$here/../.." && dotnet run --project preview -- "$stack" --format html --fail-on never --out "$made/$stack.html" >/dev/null)
  cat >"$made/widths.html" <<PAGE
<body><script>
addEventListener('load', async () => {
  const wide = [];
  for (const width of [320, 480, 768, 1280]) {
    const frame = document.createElement('iframe');
    frame.style.width = width + 'px';
    frame.src = '$stack.html';
    document.body.append(frame);
    await new Promise(loaded => frame.onload = loaded);
    const page = frame.contentDocument;
    page.querySelectorAll('details').forEach(details => details.open = true);
    if (page.documentElement.scrollWidth > page.documentElement.clientWidth) wide.push(width);
  }
  document.body.id = wide.length === 0 ? 'fits' : 'wide-at-' + wide.join('-');
});
</script></body>
PAGE
  told=$(browser --allow-file-access-from-files --virtual-time-budget=20000 --enable-logging=stderr --dump-dom "file://$made/widths.html" 2>"$made/console")
  grep -q '<body id="fits"' <<<"$told" || { echo "$stack: scrolls to the side, $(grep -o 'wide-at[-0-9]*' <<<"$told")" >&2; exit 1; }
  if grep 'CONSOLE' "$made/console" >&2; then exit 1; fi
  for scheme in light dark; do
    browser --blink-settings=preferredColorScheme=$([ $scheme = light ] && echo 1 || echo 0) --window-size=1280,1180 \
      --screenshot="$here/page-$stack-$scheme.png" "file://$made/$stack.html" 2>/dev/null
    echo "docs/pictures/page-$stack-$scheme.png"
  done
done
