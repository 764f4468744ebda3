#!/usr/bin/env bash
# Runs the attacks of corpus/immune/history by fuzzing alone, ours and forge's, for the same processor time at most, and prints a
# line for each: whether and how fast either finds it, and by how many steps.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

work=${TMPDIR:-/tmp}/thymus-bench
seconds=30
chosen=

usage() {
    cat <<END
usage: ci/bench/incidents.sh [OPTIONS] [INCIDENT...]

incidents are the files of corpus/immune/history without .inv, such as TheDao (all that forge can express unless some are named)

  --seconds N          of processor time for each side and incident at most (default $seconds)
  --work DIR           where peers are installed, not in the clone (default $work)
END
}

while [ $# -gt 0 ]; do
    case $1 in
    --seconds | --work)
        [ $# -ge 2 ] || fail "$1 needs a value"
        declare "${1#--}=$2"
        shift
        ;;
    -h | --help) usage && exit ;;
    -*) fail "no option \"$1\"; see --help" ;;
    *) chosen="$chosen $1" ;;
    esac
    shift
done
[[ $seconds =~ ^[1-9][0-9]*$ ]] || fail "a number is needed: $seconds"

prepare() {
    need node "the Solidity compiler runs on it"
    forge=$(peer forge)
    project=$work/incidents
    rm -rf "$project"
    mkdir -p "$project/src"
    cp "$bench/forge/foundry.toml" "$bench/forge/solc.js" "$project"
    cp "$root"/corpus/immune/history/*.sol "$project/src"
    "$root/thymus" bench --help >/dev/null # builds it
    node "$bench/forge/incidents.js" "$project/test" >"$work/incidents.txt"
    compile_forge
}

# Runs a command that is ended when it has used its processor time, and prints what it used.
limited() { # OUTPUT COMMAND...
    local output=$1
    shift
    cpu_seconds "$output" bash -c 'ulimit -t "$1"; shift; exec "$@"' limited "$seconds" "$@"
}

# Prints the CPU seconds, start and compilation included, and the steps, or "-" where nothing is found.
ours() { # NAME
    local json=$work/ours.json spent steps=-
    rm -f "$json"
    spent=$(limited "$work/ours.log" "$root/thymus" bench "$root/corpus/immune/history/$1.inv" --fuzz-only --for 1h \
        --transactions 1000000000 --out "$work/out" --json "$json")
    [ ! -s "$json" ] || steps=$(node -e '
        console.log(JSON.parse(require("fs").readFileSync(process.argv[1])).systems[0].properties[0].steps ?? "-")' "$json")
    printf '%.1f %s\n' "$spent" "$steps"
}

theirs() { # NAME REENTERS
    local log=$work/forge.log spent steps=-
    cd "$project"
    spent=$(FOUNDRY_INVARIANT_TIMEOUT=3600 FOUNDRY_INVARIANT_RUNS=100000000 FOUNDRY_INVARIANT_DEPTH=32 \
        FOUNDRY_INVARIANT_CALL_OVERRIDE=$2 limited "$log" \
        "$forge" test --offline --use ./solc.js -j 1 --match-contract "^$1Test\$" --fuzz-seed 1)
    ! grep -q '^\[FAIL' "$log" || steps=$(sed -n 's/.*shrunk: \([0-9]*\)).*/\1/p' "$log" | head -n 1)
    printf '%.1f %s\n' "$spent" "${steps:-?}"
}

find_java
mkdir -p "$work"
prepare
printf '%-16s %12s %12s %12s %12s   at most %s CPU s each, seed 1\n' incident "ours, CPU s" steps "forge, CPU s" steps "$seconds"
found_ours=0 found_theirs=0 all=0
while read -r name reenters; do
    [ -z "$chosen" ] || [[ " $chosen " == *" $name "* ]] || continue
    read -r our_time our_steps < <(ours "$name")
    read -r their_time their_steps < <(theirs "$name" "$reenters")
    printf '%-16s %12s %12s %12s %12s\n' "$name" "$our_time" "$our_steps" "$their_time" "$their_steps"
    all=$((all + 1))
    [ "$our_steps" = - ] || found_ours=$((found_ours + 1))
    [ "$their_steps" = - ] || found_theirs=$((found_theirs + 1))
done <"$work/incidents.txt"
[ "$all" -gt 0 ] || fail "no incident of that name; see --help"
printf 'found %s of %s, forge %s\n' "$found_ours" "$all" "$found_theirs"
