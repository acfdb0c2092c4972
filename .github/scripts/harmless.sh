#!/usr/bin/env bash
# Makes Markdown from strangers harmless: it looks the same, and nothing in it acts.
#   bash .github/scripts/harmless.sh <untrusted.md >harmless.md
# Of HTML only folding is left. Tags, links, pictures, addresses, mentions and numbers of issues are broken by a word joiner, a character
# that nobody sees: a backslash would not do, as GitHub looks for mentions once Markdown is done.
set -euo pipefail
export LC_ALL=C.UTF-8
joiner=$(printf '\u2060')

# Remarks that nobody sees are dropped: by one of them this comment is known.
iconv -c -f utf-8 -t utf-8 | tr -d '\000-\010\013-\037\177' | sed -E \
  -e '/^<!-- [A-Za-z0-9 /_.-]* -->$/d' \
  -e '/^(<details>|<details open>|<\/details>)$/b' \
  -e 's/^<summary>([^<>]*)<\/summary>$/\x01\1\x02/' \
  -e "s/</<$joiner/g" \
  -e 's/^\x01(.*)\x02$/<summary>\1<\/summary>/' \
  -e "s/@/@$joiner/g" \
  -e "s/#([0-9])/#$joiner\1/g" \
  -e "s/&([#A-Za-z])/\&$joiner\1/g" \
  -e "s/\](\(|\[)/]$joiner\1/g" \
  -e "s/(^|[^[])\]:/\1]$joiner:/g" \
  -e "s/:(\\\\*\/)/:$joiner\1/g" \
  -e "s/([Ww][Ww][Ww])\./\1$joiner./g" \
  -e "s/\b([Gg][Hh])-([0-9])/\1$joiner-\2/g"
