#!/usr/bin/env bash
# Posts what a run of preview.yml found as the one comment of its pull request, or writes it into the one that is there.
#   GH_TOKEN=... GITHUB_EVENT_PATH=... GITHUB_REPOSITORY=... GITHUB_SERVER_URL=... bash .github/scripts/post-comment.sh
# The run built the request's code, so whatever it left behind may be anything. Which request it is comes from the event and from GitHub
# alone; of what was left behind, one file of limited size is read, as text in which nothing acts. Needs gh, jq and unzip.
set -euo pipefail
readonly marker='<!-- preview-comment'
readonly most_packed=1000000 most_bytes=300000 most_characters=62000
here=$(cd "$(dirname "$0")" && pwd)
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT

# A field of the event that is of the form given, or nothing at all.
field() {
  local value
  value=$(jq -r ".workflow_run$1 // empty" "$GITHUB_EVENT_PATH")
  [[ $value =~ ^$2$ ]] || { echo "the event's $1 is not of the form $2" >&2; exit 1; }
  printf '%s' "$value"
}

get() { gh api --method GET -H 'X-GitHub-Api-Version: 2022-11-28' "$@"; }

leave() { echo "$1"; exit 0; }

run=$(field .id '[0-9]+')
attempt=$(field .run_attempt '[0-9]+')
head=$(field .head_sha '[0-9a-f]{40}')
repository=$(field .head_repository.id '[0-9]+')
owner=$(field .head_repository.owner.login '[A-Za-z0-9_.-]+')
branch=$(field .head_branch '.+')
conclusion=$(field .conclusion '[a-z_]+')

case $conclusion in
  cancelled | skipped | stale | action_required) leave "the run was $conclusion: there is nothing to tell" ;;
esac

# Which request: an open one whose head is the very commit that was previewed. The event names those of this repository itself, no fork's.
get "repos/$GITHUB_REPOSITORY/pulls" -f state=open -f head="$owner:$branch" -f per_page=100 >"$made/pulls.json"
mapfile -t requests < <(jq -r --arg head "$head" --argjson repository "$repository" \
  '.[] | select(.head.sha == $head and .head.repo.id == $repository) | .number' "$made/pulls.json")
if [ ${#requests[@]} -gt 1 ]; then
  mapfile -t requests < <(printf '%s\n' "${requests[@]}" | jq -r --slurpfile event "$GITHUB_EVENT_PATH" \
    'select(. as $number | any($event[0].workflow_run.pull_requests[]; .number == $number))')
fi
case ${#requests[@]} in
  0) leave "no open pull request has $head as its head: it went on, or is closed" ;;
  1) request=${requests[0]} ;;
  *) leave "$head is the head of ${#requests[@]} pull requests, and the event does not say which was previewed" ;;
esac

# What it left behind: the newest file of that name, if it is small.
get "repos/$GITHUB_REPOSITORY/actions/runs/$run/artifacts" -f name=comment -f per_page=100 >"$made/artifacts.json"
read -r artifact packed < <(jq -r \
  '[.artifacts[] | select(.name == "comment" and (.expired | not))] | max_by(.id) // empty | "\(.id) \(.size_in_bytes)"' "$made/artifacts.json") || true
if [ -z "${artifact:-}" ]; then
  echo "### No preview: the run ended before it had one" >"$made/told.md"
elif [ "$packed" -gt "$most_packed" ]; then
  echo "### No preview: what the run wrote is too large for a comment" >"$made/told.md"
else
  get "repos/$GITHUB_REPOSITORY/actions/artifacts/$artifact/zip" >"$made/comment.zip"
  { unzip -p "$made/comment.zip" comment.md 2>"$made/unzip.log" || true; } | head -c "$((most_bytes + 1))" >"$made/raw.md"
  bash "$here/harmless.sh" <"$made/raw.md" >"$made/told.md"
  if [ ! -s "$made/told.md" ]; then
    echo "### No preview: the run left no comment behind" >"$made/told.md"
  elif [ "$(wc -c <"$made/raw.md")" -gt "$most_bytes" ] || [ "$(LC_ALL=C.UTF-8 wc -m <"$made/told.md")" -gt "$most_characters" ]; then
    echo "### No preview: what the run wrote is too large for a comment" >"$made/told.md"
  fi
fi

url="$GITHUB_SERVER_URL/$GITHUB_REPOSITORY/actions/runs/$run"
{
  printf '%s head=%s run=%s attempt=%s -->\n' "$marker" "$head" "$run" "$attempt"
  printf '<sub>%s, told by the code of this pull request itself; [the run](%s) has all plans and reports</sub>\n\n' "${head:0:7}" "$url"
  cat "$made/told.md"
} | jq -Rs '{ body: . }' >"$made/body.json"

# Where it goes: only a comment of ours is written over, and only by a newer run.
get --paginate "repos/$GITHUB_REPOSITORY/issues/$request/comments" -f per_page=100 >"$made/comments.json"
read -r comment last_run last_attempt < <(jq -rs --arg marker "$marker " \
  '[add[] | select(.user.login == "github-actions[bot]" and (.body | startswith($marker)))] | first // empty
   | [.id, (.body | capture("run=(?<run>[0-9]+) attempt=(?<attempt>[0-9]+) -->"; "") // { run: "0", attempt: "0" } | .run, .attempt)] | join(" ")' \
  "$made/comments.json") || true
if [ -n "${comment:-}" ] && { [ "$last_run" -gt "$run" ] || { [ "$last_run" -eq "$run" ] && [ "$last_attempt" -gt "$attempt" ]; }; }; then
  leave "a newer run has been told already"
fi

now=$(get "repos/$GITHUB_REPOSITORY/pulls/$request" | jq -r 'select(.state == "open") | .head.sha')
[ "$now" = "$head" ] || leave "#$request went on, or is closed: a newer run tells of it"
if [ -n "${comment:-}" ]; then
  gh api --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$comment" --input "$made/body.json" >/dev/null
  echo "#$request: comment $comment updated"
else
  gh api --method POST "repos/$GITHUB_REPOSITORY/issues/$request/comments" --input "$made/body.json" >/dev/null
  echo "#$request: comment posted"
fi
