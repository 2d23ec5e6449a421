#!/usr/bin/env bash
# Prints true where the Orleans host's packages restore, false where they do not. Asked once per set of versions.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."
if [ -n "${SANTRAL_ORLEANS:-}" ]; then echo "$SANTRAL_ORLEANS"; exit; fi
mkdir -p .run
key=$({ cat Directory.Packages.props; cat src/Grains/Grains.csproj 2>/dev/null || true; } | sha256sum | cut -c1-16)
if [ "$(cut -d' ' -f1 .run/orleans 2>/dev/null)" != "$key" ]; then
  answer=false
  if [ -f src/Grains/Grains.csproj ] && dotnet restore src/Grains/Grains.csproj -p:Orleans=true -v q >.run/orleans.log 2>&1; then answer=true; fi
  echo "$key $answer" >.run/orleans
fi
cut -d' ' -f2 .run/orleans
