#!/usr/bin/env bash
# Runs every test with everything it needs and closes with "N passed, N failed". What did not run counts as failed.
set -uo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=true

fast=no; [ "${1:-}" = --fast ] && fast=yes
passed=0; failed=0; skipped=0
out=.run/test; rm -rf "$out"; mkdir -p "$out"
started=$(date +%s)

say() { printf '%s\n' "$*"; }
step() { say "== $* ($(( $(date +%s) - started )) s)"; }
close() { say "$passed passed, $failed failed, $skipped skipped"; [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]; exit $?; }

packages() { # Debian packages the tests use, installed only when one is missing
  local missing=()
  for p in "$@"; do dpkg -s "$p" >/dev/null 2>&1 || missing+=("$p"); done
  [ "${#missing[@]}" -eq 0 ] && return 0
  step "installing ${missing[*]}"
  { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"; } >"$out/apt.log" 2>&1 ||
    { tail -n 5 "$out/apt.log"; say "installing ${missing[*]} failed"; failed=$((failed + 1)); close; }
}

suite() { # name, command...: reads the runner's summary and adds it up; a runner without a summary is a failure
  local name=$1; shift
  step "$name"
  "$@" >"$out/$name.log" 2>&1; local code=$?
  local total ok bad skip
  total=$(grep -oE '^ *total: [0-9]+' "$out/$name.log" | tail -n 1 | grep -oE '[0-9]+')
  ok=$(grep -oE '^ *succeeded: [0-9]+' "$out/$name.log" | tail -n 1 | grep -oE '[0-9]+')
  bad=$(grep -oE '^ *failed: [0-9]+' "$out/$name.log" | tail -n 1 | grep -oE '[0-9]+')
  skip=$(grep -oE '^ *skipped: [0-9]+' "$out/$name.log" | tail -n 1 | grep -oE '[0-9]+')
  if [ -z "$total" ] || [ "$total" -eq 0 ] || { [ "$code" -ne 0 ] && [ "${bad:-0}" -eq 0 ]; }; then
    tail -n 40 "$out/$name.log"; say "$name: ran no test or broke (exit $code)"; failed=$((failed + 1)); return
  fi
  # A failed test is run once more by itself, only to say whether it fails always; it stays failed either way.
  if [ "$bad" -gt 0 ]; then
    local again=() method
    while read -r method; do again+=(--filter-method "$method"); done < <(sed -nE 's/^failed ([A-Za-z0-9_.]+).*/\1/p' "$out/$name.log" | sort -u)
    if [ "${#again[@]}" -gt 0 ] && [ "${#again[@]}" -le 10 ]; then
      "$@" "${again[@]}" >"$out/$name.again.log" 2>&1
      if [ $? -eq 0 ] && grep -qE '^ *succeeded: [1-9]' "$out/$name.again.log"; then
        say "UNSTABLE, failed and then passed alone; counted as failed: ${again[*]//--filter-method/}"
        grep -E '^failed' -A4 "$out/$name.log" | cut -c1-300
      fi
    fi
  fi
  passed=$((passed + ok)); failed=$((failed + bad)); skipped=$((skipped + skip))
  if [ "$bad" -gt 0 ]; then grep -vE '^\s*$' "$out/$name.log" | tail -n 120; fi
  # What a suite wants a reader to see (screenshots, seeds, measured bounds) it prints with this mark. The runner keeps the
  # output of tests that pass to itself, so the tests write such lines to a file.
  grep -hE '^\s*\[show\]' "$out/$name.log" "$out/show.log" 2>/dev/null || true; rm -f "$out/show.log"
  say "$name: $ok passed, $bad failed, $skip skipped"
}

client() {
  step "client"
  ( cd src/AgentConsole/ClientApp && npx tsc --noEmit && npm run -s lint && npx vitest run --reporter=json --outputFile="$OLDPWD/$out/client.json" ) >"$out/client.log" 2>&1
  local code=$?
  if [ ! -f "$out/client.json" ]; then tail -n 30 "$out/client.log"; say "client: broke (exit $code)"; failed=$((failed + 1)); return; fi
  local ok bad
  read -r ok bad < <(node -e 'const r=require(process.argv[1]);console.log(r.numPassedTests,r.numFailedTests+r.numFailedTestSuites)' "$PWD/$out/client.json")
  passed=$((passed + ok)); failed=$((failed + bad))
  [ "$bad" -gt 0 ] || [ "$code" -ne 0 ] && tail -n 60 "$out/client.log"
  [ "$code" -ne 0 ] && [ "$bad" -eq 0 ] && failed=$((failed + 1))
  say "client: $ok passed, $bad failed"
}

with=$(scripts/orleans.sh)
[ "$with" = true ] || say "BUILDING WITHOUT THE ORLEANS HOST: its packages do not restore here."

step "build"
skip_client=false; [ "$fast" = yes ] && skip_client=true
if ! dotnet build ContactCentre.sln -v q -p:Orleans="$with" -p:SkipClient="$skip_client" >"$out/build.log" 2>&1; then
  grep -E 'error|warning' "$out/build.log" | sort -u | head -n 30; say "the build failed"; failed=1; close
fi

run() { dotnet test --project "tests/$1" --no-build -p:Orleans="$with" "${@:2}"; }

for project in Domain.Tests Engine.Tests Architecture.Tests Adapters.Tests; do
  suite "$project" run "$project"
done
if [ "$with" = true ] && [ -d tests/Grains.Tests ]; then suite Grains.Tests run Grains.Tests; else say "Grains: 0 run"; fi

if [ "$fast" = no ]; then
  client
  step "publish"
  ./santral build || { say "publishing failed"; failed=$((failed + 1)); close; }
  packages sip-tester chromium espeak-ng sox debootstrap
  suite EndToEnd run EndToEnd
fi

step "done"
close
