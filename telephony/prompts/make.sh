#!/usr/bin/env bash
# usage: [SANTRAL_PROMPT_SECONDS=0.4] make.sh OUT-DIR
# Speaks every line of tr.tsv into OUT-DIR/<id>.ulaw and makes the music on hold. The voice is a formant synthesiser:
# good enough to test with and to hear the flow, to be replaced by a speaker's recordings of the same ids.
# With SANTRAL_PROMPT_SECONDS each prompt is cut to that length, so that a test does not wait for the end of a sentence.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
out=$1
mkdir -p "$out/moh"

speak() { # id text words-per-minute; silence before and after is cut, so that a key pressed early finds a short prompt
  espeak-ng -v tr -s "$3" --stdout "$2" |
    sox -v 0.8 -t wav - -r 8000 -c 1 -e u-law -t raw "$out/$1.ulaw" silence 1 0.02 0.5% reverse silence 1 0.02 0.5% reverse \
      ${SANTRAL_PROMPT_SECONDS:+trim 0 "$SANTRAL_PROMPT_SECONDS"}
}

while IFS=$'\t' read -r id text rate; do
  rate=${rate:-165}
  case "$id" in
    ''|'#'*) ;;
    *'['*']')
      range=${id##*[}; range=${range%]}
      for ((n = ${range%-*}; n <= ${range#*-}; n++)); do speak "${id%%[*}$n" "${text//\{n\}/$n}" "$rate"; done ;;
    *) speak "$id" "$text" "$rate" ;;
  esac
done < "$here/tr.tsv"

# Music on hold: a slow arpeggio of plucked strings, ours, so that no licence travels with it.
notes=(C4 E4 G4 C5 G4 E4 A3 C4 E4 A4 E4 C4 F3 A3 C4 F4 C4 A3 G3 B3 D4 G4 D4 B3)
parts=()
for i in "${!notes[@]}"; do
  sox -n -r 8000 -c 1 "$out/moh/$i.part.wav" synth 0.5 pluck "${notes[$i]}" fade 0 0.5 0.1 vol 0.25
  parts+=("$out/moh/$i.part.wav")
done
sox "${parts[@]}" -e u-law -t raw "$out/moh/hold.ulaw" repeat 3
rm "${parts[@]}"
