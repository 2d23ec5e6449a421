#!/usr/bin/env bash
# Measures Santral beside its peers on this machine and prints the table. Nothing here judges; `./santral test` never runs it.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."
dotnet build tests/Benchmarks -c Release -v q -p:SkipClient=true >/dev/null
exec dotnet tests/Benchmarks/bin/Release/net10.0/Santral.Benchmarks.dll "$@"
