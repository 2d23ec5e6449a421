#!/usr/bin/env bash
# usage: asterisk-install.sh CACHE-DIR
# Installs Debian's Asterisk 22 into CACHE-DIR/root, once. Debian stable no longer carries Asterisk, so it comes from sid, into
# a directory of its own: the machine's own packages stay what they are. What was downloaded stays in CACHE-DIR/debs, so an
# interrupted installation goes on where it stopped.
set -euo pipefail
cache=$1
root=$cache/root
suite=${SANTRAL_DEBIAN_SUITE:-sid}
mirror=${SANTRAL_DEBIAN_MIRROR:-http://deb.debian.org/debian}

die() { echo "asterisk: $*" >&2; exit 1; }

need() { # command package...: installs the package when the command is missing
  command -v "$1" >/dev/null && return
  echo "asterisk: installing $2" >&2
  command -v apt-get >/dev/null || die "$1 is missing and there is no apt-get here; install $2 and try again"
  DEBIAN_FRONTEND=noninteractive apt-get install -y -q "$2" >/dev/null 2>&1 && return
  apt-get update -q >/dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -y -q "$2" >/dev/null
}

[ "$(id -u)" = 0 ] || die "needs root, for debootstrap and chroot (try: sudo ./santral asterisk up)"
need debootstrap debootstrap
need espeak-ng espeak-ng
need sox sox
mkdir -p "$cache/debs"

if [ ! -e "$root/.installed" ]; then
  echo "asterisk: installing Asterisk 22 from Debian $suite into $root (about a minute, 100 MB)" >&2
  rm -rf "$cache/root.partial"
  for attempt in 1 2 3; do
    if timeout 900 debootstrap --variant=minbase --cache-dir="$cache/debs" --include=asterisk \
        "$suite" "$cache/root.partial" "$mirror" >"$cache/install.log" 2>&1; then break; fi
    rm -rf "$cache/root.partial"
    [ "$attempt" = 3 ] && { tail -5 "$cache/install.log" >&2; die "the installation failed three times; the log is $cache/install.log"; }
  done
  version=$(chroot "$cache/root.partial" /usr/sbin/asterisk -V)
  case "$version" in
    'Asterisk 22.'*) ;;
    *) die "Debian $suite now carries '$version', Santral is tested with 22; name another suite in SANTRAL_DEBIAN_SUITE" ;;
  esac
  echo "$version" >"$cache/root.partial/.installed"
  rm -rf "$root"
  mv "$cache/root.partial" "$root"
fi
