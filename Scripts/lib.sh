# Shared by the scripts of this folder; sourced, never run.
#
# Every function here says what it is about to do before it does it, and stops with EX_UNAVAILABLE when the machine
# lacks something that we may not, or cannot, bring.

# sysexits.h: something needed is not there. Kept apart from 1, which means that our own work failed.
readonly EX_UNAVAILABLE=69

# The oldest toolchain that knows the settings in Package.swift (tools version 6.2).
readonly SWIFT_OLDEST=6.2

# What it takes to build: three libraries with their headers, what SwiftPM calls, and what the linker needs.
readonly PACKAGES_TO_BUILD=(
  libsodium-dev libssl-dev libsqlite3-dev git ca-certificates pkg-config libc6-dev libstdc++-12-dev)

# What the tests hold our own work against: other people's tools for the same formats.
readonly PACKAGES_TO_TEST=(openssl sqlite3 python3 python3-cryptography dpkg-dev binutils)

say() { printf '%s\n' "$*"; }

complain() { printf '%s: %s\n' "${0##*/}" "$*" >&2; }

# tell_if_asked ARGUMENT…: for --help or -h, prints the script's own head comment and ends it with 0.
tell_if_asked() {
  [[ ${1-} == --help || ${1-} == -h ]] || return 0
  # From the second line to the end of the comment, without its mark.
  sed -n '2,${/^#/!q; s/^# \{0,1\}//; p}' "$0"
  exit 0
}

# step NAME COMMAND [ARGUMENT…]: runs the command and says how long it took, or that it failed.
step() {
  local name=$1 begun=$EPOCHREALTIME status=0
  shift
  say "== $name"
  # Not `"$@" || status=$?`: bash turns errexit off inside a function called that way, and a failed
  # line in the middle of a step would pass unseen.
  set +e
  (set -e; "$@")
  status=$?
  set -e
  if ((status != 0)); then
    complain "$name failed after $(seconds_since "$begun") s, exit $status"
    return "$status"
  fi
  say "   $name: $(seconds_since "$begun") s"
}

# Seconds with one decimal, by integers alone: bash has no floating point and bc may not be there.
seconds_since() {
  local now=$EPOCHREALTIME then=$1 tenths
  tenths=$(((${now/[.,]/} - ${then/[.,]/}) / 100000))
  printf '%d.%d' $((tenths / 10)) $((tenths % 10))
}

# The repository's root, from wherever the script was called.
go_home() {
  cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
}

require_swift() {
  local found=
  if command -v swift >/dev/null; then
    found=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9][0-9.]*\).*/\1/p' | head -n 1)
  fi
  if [[ -n $found ]] && is_at_least "$found" "$SWIFT_OLDEST"; then
    say "   Swift $found"
    return
  fi
  complain "Swift $SWIFT_OLDEST or newer is needed, found: ${found:-none}"
  complain "get it at https://www.swift.org/install/linux/ and put its usr/bin on PATH"
  return "$EX_UNAVAILABLE"
}

# is_at_least FOUND WANTED: compares by version order, so that 6.10 is newer than 6.2.
is_at_least() {
  [[ $(printf '%s\n%s\n' "$2" "$1" | sort --version-sort | head -n 1) == "$2" ]]
}

# install_missing PACKAGE…: asks for nothing when all are there, so a machine without network or root still builds.
install_missing() {
  local missing=() package
  if ! command -v dpkg-query >/dev/null; then
    say "   not a Debian system: bring these yourself, by the names they have there: $*"
    return
  fi
  for package in "$@"; do
    is_installed "$package" || missing+=("$package")
  done
  if ((${#missing[@]} == 0)); then
    say "   all there"
    return
  fi
  apt_install "${missing[@]}"
}

is_installed() {
  # One line an architecture; "not-installed" is a status of its own, so the whole line must match.
  dpkg-query --show --showformat='${db:Status-Status}\n' "$1" 2>/dev/null | grep --quiet --line-regexp installed
}

apt_install() {
  local as_root=() line="apt-get update && apt-get install --yes --no-install-recommends $*"
  if ((EUID != 0)); then
    if ! command -v sudo >/dev/null; then
      complain "missing: $*"
      complain "neither root nor sudo is at hand; as root, run: $line"
      return "$EX_UNAVAILABLE"
    fi
    as_root=(sudo)
  fi
  say "   installing with ${as_root[*]:+sudo }apt-get: $*"
  # DEBIAN_FRONTEND: tzdata and its like ask questions, and nobody may be there to answer.
  if ! { "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq update &&
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
      apt-get -qq install --yes --no-install-recommends "$@" >/dev/null; }; then
    complain "apt-get failed; as root, run: $line"
    return "$EX_UNAVAILABLE"
  fi
}

# --- a release, and what is made of it -----------------------------------------------------------------------------

# What the last build was made from and with; newer sources or another toolchain mean a new build.
readonly BUILD_STAMP=.build/quickstart.stamp

# The programs that people get.
readonly PROGRAM_NAMES=(safekeep safekeep-verify)

# build_release: both programs, with Swift's standard library linked in: an office has no toolchain.
build_release() {
  if is_built; then
    say "   nothing changed since the last build"
    return
  fi
  mkdir -p .build
  # Stamped with the time the build began: a file saved while it ran must count as newer.
  swift --version >"$BUILD_STAMP.new" 2>/dev/null
  swift build --configuration release --static-swift-stdlib
  mv "$BUILD_STAMP.new" "$BUILD_STAMP"
}

is_built() {
  local program
  for program in "${PROGRAM_NAMES[@]}"; do
    [[ -x .build/release/$program ]] || return 1
  done
  [[ -f $BUILD_STAMP && $(swift --version 2>/dev/null) == "$(<"$BUILD_STAMP")" ]] || return 1
  # Folders count too: a file that was removed leaves its mark only there.
  [[ -z $(find Package.swift Sources -newer "$BUILD_STAMP" -print -quit) ]]
}

# The argument parser's own tool for man pages, built where it is: its plugin would build our release a second time,
# and without the standard library linked in.
readonly PARSER=.build/checkouts/swift-argument-parser
readonly MANUAL_TOOL=.build/manual-tool/debug/generate-manual

build_manual_tool() {
  if [[ -x $MANUAL_TOOL && $MANUAL_TOOL -nt $PARSER/Package.swift ]]; then
    say "   there already"
    return
  fi
  [[ -d $PARSER ]] || swift package resolve
  swift build --package-path "$PARSER" --scratch-path .build/manual-tool --product generate-manual
}

# stage PROGRAM PROGRAMS SHARE: its man pages in both languages, and its completions for three shells, below SHARE
# (…/share). PROGRAMS is the folder that holds it.
stage() {
  local program=$1 share=$3 tell=$2/$1 lang folder
  for lang in en vi; do
    folder=$share/man/man1
    [[ $lang == en ]] || folder=$share/man/$lang/man1
    mkdir -p "$folder"
    SAFEKEEP_LANG=$lang man_pages "$tell" "$folder"
    # The parser's own two sentences know one language.
    [[ $lang == en ]] || sed -i \
      -e 's/Show help information\./Hiển thị trợ giúp./; s/Show the version\./Hiển thị phiên bản./' "$folder/$program"*.1
  done
  [[ $program != safekeep ]] || exit_page "$tell" "$share"
  mkdir -p "$share/bash-completion/completions" "$share/zsh/site-functions" "$share/fish/vendor_completions.d"
  "$tell" --generate-completion-script bash >"$share/bash-completion/completions/$program"
  "$tell" --generate-completion-script zsh >"$share/zsh/site-functions/_$program"
  "$tell" --generate-completion-script fish >"$share/fish/vendor_completions.d/$program.fish"
}

# exit_page PROGRAM SHARE: safekeep-exit(7), what each exit status means.
exit_page() {
  local lang folder
  for lang in en vi; do
    folder=$2/man/man7
    [[ $lang == en ]] || folder=$2/man/$lang/man7
    mkdir -p "$folder"
    SAFEKEEP_LANG=$lang "$1" --generate-exit-page | sed "1s/DATE/$(source_date +%Y-%m-%d)/" >"$folder/safekeep-exit.7"
  done
}

# man_pages PROGRAM FOLDER. The tool drops every letter that ASCII does not have, so it is given others and they are
# put back into what it wrote. It wants a program to ask, and this one stands between.
man_pages() {
  local between
  between=$(mktemp)
  cat >"$between" <<BETWEEN
#!/usr/bin/env bash
set -o pipefail
'$1' "\$@" | perl -CSD -pe 's/([^\x00-\x7f])/sprintf("~u%04X~", ord \$1)/ge'
BETWEEN
  chmod 700 "$between"
  "$MANUAL_TOOL" --multi-page --date "$(source_date +%Y-%m-%d)" --output-directory "$2" "$between"
  rm -f -- "$between"
  perl -i -CSD -pe 's/~u([0-9A-F]{4,6})~/chr hex $1/ge' "$2"/*.1
}

# source_date FORMAT: the day of the newest change, so that the same sources make the same bytes
# (reproducible-builds.org, SOURCE_DATE_EPOCH).
source_date() {
  local seconds=${SOURCE_DATE_EPOCH-}
  [[ -n $seconds ]] || seconds=$(git log -1 --format=%ct 2>/dev/null) || seconds=$(stat -c %Y CHANGELOG.md)
  date --utc --date="@$seconds" "$1"
}

# --- what others make, to be held against ---------------------------------------------------------------------------

readonly PEERS=.build/peers

# install_peers: Python's libraries of the tamper matrix and the measures, in a folder of their own.
install_peers() {
  [[ -x $PEERS/bin/python ]] || python3 -m venv "$PEERS"
  "$PEERS/bin/pip" install --quiet --disable-pip-version-check --requirement Benchmarks/Peers/requirements.txt
}
