#!/usr/bin/env bash
# Runs Thymus and its peers in turn on this machine and prints a line for each workload: our figure, the peer's, and how
# many times better ours is. What a peer needs comes from npm into the work folder.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

kernels="numeric memory erc20 erc20-calls"
workloads="every end $kernels cold"

work=${TMPDIR:-/tmp}/thymus-bench
rounds=3
transactions=20000000
mode=tiered
cold_rounds=5
forge_runs=256
warm_up=10

usage() {
    cat <<END
usage: ci/bench/compare.sh [OPTIONS] [WORKLOAD...]

workloads (all of them unless some are named):
  every                the vault of corpus/bench, judged after every call, against forge: calls per CPU second
  end                  the same, judged only at the end of a sequence: of 500 calls in forge, of 500 at most in ours
  numeric memory       contracts of corpus/bench against anvil's eth_call, warm: time of a call
  erc20 erc20-calls
  cold                 from the start of a check to its first verdict; there is no peer

  --rounds N           measurements of each side, in turn (default $rounds)
  --transactions N     of a fuzzing campaign of ours (default $transactions); its start and HotSpot's compilation, some seven
                       seconds of processor time in all, are in the figure: a small number says more of them than of fuzzing
  --mode MODE          how our EVM runs contracts: tiered, compiled or interpreted (default $mode)
  --work DIR           where peers are installed, not in the clone (default $work)
  --smoke              everything as briefly as can be, to see that it works: the figures mean nothing
END
}

chosen=
while [ $# -gt 0 ]; do
    case $1 in
    --rounds | --transactions | --mode | --work)
        [ $# -ge 2 ] || fail "$1 needs a value"
        declare "${1#--}=$2"
        shift
        ;;
    --smoke)
        rounds=1 transactions=20000 cold_rounds=1 forge_runs=2 warm_up=0
        ;;
    -h | --help) usage && exit ;;
    *)
        [[ " $workloads " == *" $1 "* ]] || fail "no workload or option \"$1\"; see --help"
        chosen="$chosen $1"
        ;;
    esac
    shift
done
chosen=${chosen:-$workloads}
[[ $rounds =~ ^[1-9][0-9]*$ && $transactions =~ ^[1-9][0-9]*$ ]] || fail "a number is needed: $rounds, $transactions"

chooses() {
    [[ " $chosen " == *" $1 "* ]]
}

line() { # NAME OURS PEER UNIT
    awk -v name="$1" -v ours="$2" -v peer="$3" -v unit="$4" -v better="${5:-more}" 'BEGIN {
        ratio = peer == "-" ? "-" : sprintf("%.2f", better == "more" ? ours / peer : peer / ours)
        printf "%-12s %12s %12s %8s  %s\n", name, ours, peer, ratio, unit
    }'
}

median() {
    printf '%s\n' "$@" | sort -g | awk '{ value[NR] = $1 } END { print value[int((NR + 1) / 2)] }'
}

per_second() { # CALLS SECONDS
    awk -v calls="${1//,/}" -v seconds="$2" 'BEGIN { printf "%.0f\n", calls / seconds }'
}

# ---- fuzzing ----

# Prints our transactions per CPU second of the whole process, its start and compilation included; the argument says when
# it judges: every or end.
fuzz_ours() {
    local log=$work/ours.log how=() seconds calls judged
    ours_can --fuzz-only && how+=(--fuzz-only)
    ours_can --judge && how+=(--judge "$1")
    ours_can --sequence-length && how+=(--sequence-length 500) # as deep as forge's runs
    seconds=$(cpu_seconds "$log" "$root/thymus" check "$root/corpus/bench/Vault.inv" "${how[@]}" \
        --transactions "$transactions" --for 2h --out "$work/out")
    calls=$(sed -n 's/^\(.*[;,] \)\{0,1\}\([0-9,]*\) transactions in .*/\2/p' "$log" | tail -n 1 | tr -d ,)
    [ "$calls" = "$transactions" ] || { cat "$log" >&2; fail "our campaign did not run $transactions transactions"; }
    # How often the property that was judged least was, in calls.
    judged=$(sed -n 's/.*(judged \([0-9,]*\) times.*/\1/p' "$log" | tr -d , | sort -n | head -n 1)
    awk -v judged="${judged:-0}" -v calls="$transactions" 'BEGIN { printf "%.2f", judged / calls }' >"$work/judged-$1"
    # A call that succeeds costs several times one that reverts.
    sed -n 's/.* succeeded (\([0-9]*\) % of all calls).*/\1/p' "$log" | tail -n 1 >"$work/succeeded-$1"
    per_second "$calls" "$seconds"
}

# What was kept of the share of calls that succeeded; an old version says nothing of it.
share() { # FILE
    local percent
    percent=$(cat "$work/$1")
    echo "${percent:-?} %"
}

ours_can() {
    [[ $help == *"$1"* ]]
}

# Makes forge's project, compiled.
prepare_forge() {
    need node "the Solidity compiler runs on it"
    forge=$(peer forge)
    project=$work/vault
    rm -rf "$project"
    mkdir -p "$project/src"
    cp -R "$bench/forge/." "$project"
    cp "$root/corpus/bench/Vault.sol" "$project/src"
    compile_forge
}

# Prints forge's calls per CPU second; the argument is how often it judges: 1 after every call, 0 at the end.
fuzz_forge() {
    local log=$work/forge.log seconds calls
    cd "$project"
    seconds=$(FOUNDRY_INVARIANT_CHECK_INTERVAL=$1 FOUNDRY_INVARIANT_RUNS=$forge_runs cpu_seconds "$log" \
        "$forge" test --offline --use ./solc.js -j 1 --match-test invariant_all --fuzz-seed 1)
    calls=$(grep -oE 'calls: [0-9]+' "$log" | head -n 1 | grep -oE '[0-9]+') ||
        { cat "$log" >&2; fail "forge printed no number of calls"; }
    sed -n 's/.*calls: \([0-9]*\), reverts: \([0-9]*\).*/\1 \2/p' "$log" | head -n 1 |
        awk '{ printf "%d", 100 * ($1 - $2) / $1 }' >"$work/forge-succeeded"
    per_second "$calls" "$seconds"
}

compare_fuzzing() {
    local how ours theirs round
    prepare_forge
    for how in every end; do
        chooses "$how" || continue
        ours=() theirs=()
        for ((round = 0; round < rounds; round++)); do
            ours+=("$(fuzz_ours "$how")")
            theirs+=("$(fuzz_forge "$([ "$how" = end ] && echo 0 || echo 1)")")
        done
        line "$how" "$(median "${ours[@]}")" "$(median "${theirs[@]}")" \
            "calls per CPU second, medians of $rounds; ours judged $(cat "$work/judged-$how") times a call; $(share "succeeded-$how") of ours succeeded, $(share forge-succeeded) of forge's"
    done
}

# ---- kernels ----

compare_kernels() {
    local anvil port process
    anvil=$(peer anvil)
    build_bench
    port=$((20000 + RANDOM % 20000))
    # No cap of a transaction: the calls are as long as they must be to be measured.
    "$anvil" --port "$port" --gas-limit 1000000000000 --no-request-size-limit >"$work/anvil.log" 2>&1 &
    process=$!
    # shellcheck disable=SC2064 # the process of now
    trap "kill $process 2>/dev/null || :" EXIT
    until (: <>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do
        kill -0 "$process" 2>/dev/null || { cat "$work/anvil.log" >&2; fail "anvil ended"; }
        sleep 0.2
    done
    run_java thymus.ci.bench.KernelComparison "http://127.0.0.1:$port" "$process" "$root/corpus/bench/artifacts" \
        "$mode" "$rounds" "$warm_up" "$@"
    kill "$process"
    trap - EXIT
}

# ---- cold start ----

# Prints the seconds from the start of the launcher to the first line with a verdict, and the CPU seconds that its process
# had used by then ("-" where there is no /proc): more than the first on several free cores, less on a busy machine.
first_verdict() {
    local start=$EPOCHREALTIME first= used=- process text how=()
    ours_can --prove-again && how+=(--prove-again) # a proof that was kept is no work
    exec {verdicts}< <(exec "$root/thymus" check "$1" "${how[@]}" --transactions 10000 --out "$work/out" 2>"$work/cold.log")
    process=$!
    while IFS= read -r -u "$verdicts" text; do
        case $text in
        proved* | falsified* | tested* | vacuous* | unknown*)
            first=$EPOCHREALTIME
            # The name in parentheses may contain blanks; then come the fields from the third on.
            [ ! -r "/proc/$process/stat" ] || used=$(sed 's/.*) //' "/proc/$process/stat" |
                awk -v ticks="$(getconf CLK_TCK)" '{ printf "%.2f", ($12 + $13) / ticks }')
            break
            ;;
        esac
    done
    kill "$process" 2>/dev/null || : # the rest is not measured
    cat <&"$verdicts" >"$work/cold.out" # until it has ended
    exec {verdicts}<&-
    [ -n "$first" ] || { cat "$work/cold.log" >&2; fail "no verdict on $1"; }
    awk -v start="$start" -v first="$first" -v used="$used" 'BEGIN { printf "%.2f %s\n", first - start, used }'
}

compare_cold() {
    local file seconds used round
    for file in vault/broken/DoubleCredit.inv vault/Vault.inv; do
        seconds=() used=()
        for ((round = 0; round < cold_rounds; round++)); do
            read -r "seconds[round]" "used[round]" < <(first_verdict "$root/corpus/$file")
        done
        line cold "$(median "${seconds[@]}")" - "s to the first verdict of $file, median of $cold_rounds; $(median "${used[@]}") CPU s"
    done
}

# The first check after a change builds and makes the start-up cache: neither is to be measured. It exits with 1, falsified.
prepare_ours() {
    local code=0
    "$root/thymus" check "$root/corpus/vault/broken/DoubleCredit.inv" --out "$work/out" >"$work/first.log" 2>&1 || code=$?
    [ "$code" = 1 ] || { cat "$work/first.log" >&2; fail "Thymus does not run"; }
    help=$("$root/thymus" check --help)
}

find_java
mkdir -p "$work"
prepare_ours
printf '%s, %s cores, load %s; forge and anvil %s; %s\n' "$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo 2>/dev/null | head -n 1)" \
    "$(getconf _NPROCESSORS_ONLN)" "$(uptime | sed 's/.*average[s]*: //')" "$foundry" "$(date -u +%F)"
printf '%-12s %12s %12s %8s  %s\n' workload thymus peer ratio unit
! { chooses every || chooses end; } || compare_fuzzing
selected=()
for kernel in $kernels; do
    ! chooses "$kernel" || selected+=("$kernel")
done
[ ${#selected[@]} -eq 0 ] || compare_kernels "${selected[@]}"
! chooses cold || compare_cold
