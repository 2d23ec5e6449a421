#!/usr/bin/env bash
# Measures Santral beside its peers on this machine and prints the table; docs/BENCHMARKS.md says how to read it.
# Nothing here judges, and `./santral test` never runs it.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."
log=$(mktemp); trap 'rm -f "$log"' EXIT
if ! dotnet build tests/Benchmarks -c Release -v q -p:SkipClient=true >"$log" 2>&1; then
  cat "$log" >&2; echo "bench: the build failed." >&2; exit 1
fi
dotnet tests/Benchmarks/bin/Release/net10.0/Santral.Benchmarks.dll "$@"
