#!/usr/bin/env bash
# Has the fuzzer alone look for every attack of corpus/attackers that is known to be there, with several seeds, and
# prints a line for each: how often it is found, after how much processor time, and by how many steps and calls.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

work=${TMPDIR:-/tmp}/thymus-bench
seconds=60
seeds=10
chosen=

usage() {
    cat <<END
usage: ci/bench/attackers.sh [OPTIONS] [MODEL...]

models are the files of corpus/attackers without .inv, such as FlashVote (all of them unless some are named); each
property that MODEL.expected.json says is broken is looked for in runs of its own

  --seconds N          of processor time for each run at most, start and compilation included (default $seconds)
  --seeds N            runs of each, with the seeds 1 to N (default $seeds)
  --work DIR           where results are kept meanwhile, not in the clone (default $work)

Of the times, "median" and "worst" are those of the runs that found the attack, in processor seconds. "length" is the
number of steps, and of calls that attackers' contracts make while they are called; "fewest" is what is known
to be enough.
END
}

read_options corpus/attackers "model" "seconds seeds work" "" "$@"

# Prints each broken property of a model with the fewest steps and calls that break it.
broken() { # MODEL
    node -e '
        const all = JSON.parse(require("fs").readFileSync(process.argv[1]));
        for (const [name, fewest] of Object.entries(all)) {
            if (fewest) console.log(name, fewest.steps + fewest.calls);
        }' "$root/corpus/attackers/$1.expected.json"
}

# Prints how many steps and calls a replay file has.
length() { # FILE
    node -e '
        const all = JSON.parse(require("fs").readFileSync(process.argv[1]));
        const calls = (one) => (one.reactions || []).reduce((sum, r) => sum + r.calls.length, 0);
        let length = all.steps.length;
        for (const { callbacks } of all.steps) {
            if (callbacks) length += calls(callbacks) + (callbacks.others || []).reduce((sum, o) => sum + calls(o), 0);
        }
        console.log(length);' "$1"
}

# Looks for an attack once, and adds a line with seconds and length to a file if it is found.
look() { # MODEL PROPERTY SEED FILE
    local out=$work/attackers/$1.$2.$3 spent replay
    rm -rf "$out"
    mkdir -p "$out"
    spent=$(cpu_seconds "$out/log" bash -c 'ulimit -t "$1"; shift; exec "$@"' limited "$seconds" \
        "$root/thymus" check "$root/corpus/attackers/$1.inv" --fuzz-only --only "$2" --seed "$3" --for 1h \
        --transactions 1000000000 --independent off --out "$out")
    replay=$(find "$out" -name "$2.json" | head -n 1)
    [ -z "$replay" ] || printf '%s %s\n' "$spent" "$(length "$replay")" >>"$4"
    rm -rf "$out"
}

find_java
need node "it reads what is expected"
mkdir -p "$work/attackers"
"$root/thymus" check --help >/dev/null # builds it
printf '%-14s %-20s %8s %8s %8s %8s %8s   at most %s CPU s each\n' \
    model property found median worst length fewest "$seconds"
slow=0
for model in $chosen; do
    while read -r property fewest; do
        found=$work/attackers/$model.$property.found
        : >"$found"
        for seed in $(seq "$seeds"); do
            look "$model" "$property" "$seed" "$found"
        done
        times=$(sort -n "$found" | cut -d ' ' -f 1)
        count=$(wc -l <"$found")
        median=- worst=- length=-
        if [ "$count" -gt 0 ]; then
            median=$(sed -n "$(((count + 1) / 2))p" <<<"$times")
            worst=$(tail -n 1 <<<"$times")
            shortest=$(cut -d ' ' -f 2 "$found" | sort -n | head -n 1)
            longest=$(cut -d ' ' -f 2 "$found" | sort -n | tail -n 1)
            length=$shortest
            [ "$shortest" = "$longest" ] || length=$shortest-$longest
        fi
        [ "$count" -eq "$seeds" ] || slow=$((slow + 1))
        printf '%-14s %-20s %8s %8s %8s %8s %8s\n' \
            "$model" "$property" "$count/$seeds" "$median" "$worst" "$length" "$fewest"
    done < <(broken "$model")
done
printf 'not found with every seed: %s\n' "$slow"
