#!/usr/bin/env bash
# usage: asterisk.sh up|down|status [--home DIR]
# A local Asterisk 22 wired to Santral, everything on 127.0.0.1. --home holds what belongs to one instance: ari.json (for the
# Silo), phones.tsv (sign-in of each phone) and links to its log and recordings. Several instances run side by side when each
# has its own home and ports:
#   SANTRAL_SIP_PORT 5060      SANTRAL_ARI_PORT 8088      SANTRAL_RTP_PORT 20000 (the first of 2000)
#   SANTRAL_AGENT_PORT 5071    where ag101 is looked for until its phone registers; ag102 one above, to ag120
#   SANTRAL_UNIT_PORT 5121     the same for the extensions 2201 to 2205
#   SANTRAL_OUTSIDE_PORT 5190  where outside numbers are dialled
#   SANTRAL_PROMPT_SECONDS     cuts every prompt to this length, for tests
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/santral/asterisk-22
root=$cache/root
home=${SANTRAL_ASTERISK_HOME:-${XDG_STATE_HOME:-$HOME/.local/state}/santral/asterisk}
sip=${SANTRAL_SIP_PORT:-5060}
ari=${SANTRAL_ARI_PORT:-8088}
rtp=${SANTRAL_RTP_PORT:-20000}
agents=${SANTRAL_AGENT_PORT:-5071}
units=${SANTRAL_UNIT_PORT:-5121}
outside=${SANTRAL_OUTSIDE_PORT:-5190}

die() { echo "asterisk: $*" >&2; exit 1; }
usage() { sed -n '2,10s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"; }

verb=${1:-}; [ $# -gt 0 ] && shift
while [ $# -gt 0 ]; do
  case "$1" in
    --home) [ $# -ge 2 ] || die "--home needs a directory"; home=$2; shift 2 ;;
    *) usage >&2; die "unknown argument '$1'" ;;
  esac
done

instance() { # where this home's instance lives, seen from inside the installed root
  echo "/srv/$(printf %s "$home" | sha256sum | cut -c1-12)"
}

running() { # prints the process id when this home's Asterisk is alive
  local pid
  pid=$(cat "$home/pid" 2>/dev/null) || return 1
  [ "$(readlink "/proc/$pid/exe" 2>/dev/null)" = "$root/usr/sbin/asterisk" ] && echo "$pid"
}

cli() { timeout 10 chroot "$root" /usr/sbin/asterisk -C "$inst/etc/asterisk.conf" -rx "$1" 2>&1; }

says() { # command text: whether the console's answer to the command holds the text
  local answer
  answer=$(cli "$1") || return 1
  [[ $answer == *"$2"* ]]
}

report() { # pid
  local calls
  calls=$(cli 'core show channels count' | sed -n 's/ active channels\{0,1\}$//p')
  echo "asterisk: up, pid $1, $(cat "$root/.installed"), SIP 127.0.0.1:$(cut -d' ' -f1 "$home/ports")," \
    "ARI 127.0.0.1:$(cut -d' ' -f2 "$home/ports"), ${calls:-?} channels, home $home"
}

wanted() { # the hash of everything the configuration is made of
  { echo "$sip $ari $rtp $agents $units $outside ${SANTRAL_PROMPT_SECONDS:-}"; cat "$here"/telephony/asterisk/* "$here"/telephony/prompts/* \
      "${BASH_SOURCE[0]}"; } | sha256sum | cut -c1-64
}

prompts() { # makes the prompts unless these very texts were spoken before; prints the directory as the root sees it
  local key dir
  key=$({ echo "${SANTRAL_PROMPT_SECONDS:-}"; cat "$here"/telephony/prompts/*; } | sha256sum | cut -c1-16)
  dir=/srv/prompts-$key
  if [ ! -d "$root$dir" ]; then
    rm -rf "$root$dir.partial"
    bash "$here/telephony/prompts/make.sh" "$root$dir.partial"
    mv "$root$dir.partial" "$root$dir"
  fi
  echo "$dir"
}

secret() { # file: a random word made once and kept
  [ -s "$1" ] || (umask 077; od -An -N18 -tx1 /dev/urandom | tr -d ' \n' >"$1")
  cat "$1"
}

phone() { # name port password: one phone, reachable at its port until it registers from elsewhere
  printf '[%s](phone)\nauth = %s\naors = %s\ncallerid = "%s" <%s>\n' "$1" "$1" "$1" "$1" "${1#ag}"
  printf '[%s](phone-auth)\nusername = %s\npassword = %s\n' "$1" "$1" "$3"
  printf '[%s](phone-aor)\ncontact = sip:%s@127.0.0.1:%s\n\n' "$1" "$1" "$2"
}

configure() {
  local dir=$root$inst file word spoken
  mkdir -p "$dir"/{etc,lib/keys,run,log,data/sounds} "$dir"/spool/{recording,tmp,outgoing,system,monitor}
  word=$(secret "$home/.ari-password")
  spoken=$(prompts)
  ln -sfn "$spoken" "$dir/data/sounds/tr"
  for file in documentation phoneprov rest-api; do ln -sfn "/usr/share/asterisk/$file" "$dir/data/$file"; done
  for file in "$here"/telephony/asterisk/*.conf; do
    sed -e "s|@INSTANCE@|$inst|; s|@TRIPLET@|$(cd "$root/usr/lib" && ls -d ./*-linux-gnu | head -1 | cut -c3-)|" \
      -e "s|@SIP_PORT@|$sip|; s|@ARI_PORT@|$ari|; s|@ARI_PASSWORD@|$word|" \
      -e "s|@RTP_FIRST@|$rtp|; s|@RTP_LAST@|$((rtp + 1999))|; s|@OUTSIDE_PORT@|$outside|" \
      "$file" >"$dir/etc/$(basename "$file")"
  done
  for file in acl ccss cdr cel features geolocation pjproject udptl websocket_client; do
    echo '; Nothing to set: present so that the log holds only what matters.' >"$dir/etc/$file.conf"
  done
  : >"$dir/etc/phones.conf"
  (umask 077; printf '# phone\tpassword\tregister at sip:127.0.0.1:%s\n' "$sip" >"$home/phones.tsv")
  for n in {101..120} {2201..2205}; do
    local name=$n port=$((units + n - 2201)) password
    [ "$n" -lt 2000 ] && { name=ag$n; port=$((agents + n - 101)); }
    password=$(printf '%s:%s' "$word" "$name" | sha256sum | cut -c1-16)
    phone "$name" "$port" "$password" >>"$dir/etc/phones.conf"
    printf '%s\t%s\n' "$name" "$password" >>"$home/phones.tsv"
  done
  chmod 600 "$dir"/etc/{ari,phones}.conf
  rm -f "$home/ari.json"
  (umask 077; printf '{"url":"http://127.0.0.1:%s/ari","user":"santral","password":"%s","app":"santral"}\n' \
    "$ari" "$word" >"$home/ari.json")
  ln -sfn "$dir/log" "$home/log"
  ln -sfn "$dir/spool/recording" "$home/recordings"
  echo "$sip $ari" >"$home/ports"
  # Without both Asterisk looks its own host name up over the network, blocking, for every call.
  echo "127.0.0.1 localhost $(hostname)" >"$root/etc/hosts"
  sed -i 's/^hosts:.*/hosts: files/' "$root/etc/nsswitch.conf"
}

await() { # until Asterisk answers its own console; a process that died is reported with the end of its log
  local pid=$1 deadline=$((SECONDS + 30))
  until says 'core waitfullybooted' 'fully booted'; do
    kill -0 "$pid" 2>/dev/null || { tail -5 "$home/start.log" >&2; die "stopped while starting; its log is $home/start.log"; }
    [ "$SECONDS" -lt "$deadline" ] || die "did not start within 30 s; its log is $home/log/messages.log"
    sleep 0.05
  done
}

up() {
  local pid want
  mkdir -p "$home" "$cache"
  exec 8>"$home/.lock"; flock 8
  want=$(wanted)
  if pid=$(running); then
    if [ "$(cat "$home/.configured" 2>/dev/null)" = "$want" ]; then report "$pid"; return; fi
    echo "asterisk: the configuration changed, starting anew" >&2
    stop "$pid"
  fi
  exec 9>"$cache/.lock"; flock 9
  bash "$here/scripts/asterisk-install.sh" "$cache"
  configure
  flock -u 9
  echo "$want" >"$home/.configured"
  setsid chroot "$root" /usr/sbin/asterisk -f -C "$inst/etc/asterisk.conf" >"$home/start.log" 2>&1 </dev/null 8>&- 9>&- &
  pid=$!
  echo "$pid" >"$home/pid"
  await "$pid"
  says 'pjsip show transports' "127.0.0.1:$sip" || { stop "$pid"; die "SIP port $sip is taken; choose another in SANTRAL_SIP_PORT"; }
  says 'http show status' "127.0.0.1:$ari" || { stop "$pid"; die "port $ari is taken; choose another in SANTRAL_ARI_PORT"; }
  says 'module show like chan_pjsip.so' ' Running ' || { stop "$pid"; die "the SIP channel did not load; its log is $home/log/messages.log"; }
  report "$pid"
}

stop() { # pid
  cli 'core stop now' >/dev/null || true
  timeout 10 tail -s 0.05 --pid="$1" -f /dev/null || kill -9 "$1"
  rm -f "$home/pid"
}

mkdir -p "$home"; home=$(cd "$home" && pwd)
inst=$(instance)
case "$verb" in
  up) up ;;
  down) if pid=$(running); then stop "$pid"; fi; echo "asterisk: down" ;;
  status) if pid=$(running); then report "$pid"; else echo "asterisk: down"; exit 3; fi ;;
  *) usage; exit 2 ;;
esac
