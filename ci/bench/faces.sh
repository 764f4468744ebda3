#!/usr/bin/env bash
# Runs the fuzzer, jqwik and Jazzer on the broken vaults of corpus/vault: after how many calls and how much processor time
# does each engine break them? Then on the vault that holds: how many calls a processor second does each run?
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

seconds=60
seeds=3
chosen=

usage() {
    cat <<END
usage: ci/bench/faces.sh [OPTIONS] [VAULT...]

vaults are the files of corpus/vault/broken without .inv, such as StaleRefill (all of them unless some are named)

  --seconds N          of processor time for each run at most (default $seconds); a third of it for the vault that holds
  --seeds N            runs of each, with the seeds 1 to N (default $seeds)
END
}

read_options corpus/vault/broken "broken vault" "seconds seeds" "" "$@"

find_java
maven=./mvnw
! command -v mvn >/dev/null || maven=mvn
log=$root/fuzz/target/faces-build.log
mkdir -p "$root/fuzz/target"
(cd "$root" && "$maven" -B -q -pl fuzz -am -Dspotless.check.skip -DskipTests test-compile \
    org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=target/faces.cp) \
    >"$log" 2>&1 || { cat "$log" >&2; fail "the build failed"; }
path=$root/fuzz/target/test-classes:$root/fuzz/target/classes:$(cat "$root/fuzz/target/faces.cp")

# Prints "found" or "open", the calls, the processor seconds from the first call on, and those before.
figures() { # ENGINE SPECIFICATION SEED SECONDS
    local scratch
    scratch=$(mktemp -d)
    (cd "$scratch" && "$java" "@$root/ci/java.options" -XX:+EnableDynamicAgentLoading "-Dthymus.root=$root" -cp "$path" \
        thymus.fuzz.jazzer.EngineFigures "$@" 2>&1 </dev/null || :) | sed -n 's/^figures: //p'
    rm -rf "$scratch"
}

printf '%-18s %-7s %5s  %s\n' vault engine found "processor seconds and calls to find, for each seed"
for vault in $chosen; do
    for engine in thymus jqwik jazzer; do
        found=0
        runs=
        for seed in $(seq "$seeds"); do
            read -r state calls spent _ <<<"$(figures $engine "$root/corpus/vault/broken/$vault.inv" "$seed" "$seconds")"
            [ "$state" != found ] || found=$((found + 1))
            runs="$runs  $([ "$state" = found ] || echo '> ')$spent s, $calls"
        done
        printf '%-18s %-7s %5s %s\n' "$vault" $engine "$found/$seeds" "$runs"
    done
done

printf '\n%-7s %24s %24s\n' engine "calls a processor second" "seconds before the first"
for engine in thymus jqwik jazzer; do
    read -r _ calls spent start <<<"$(figures $engine "$root/corpus/vault/Vault.inv" 1 $((seconds / 3 + 1)))"
    printf '%-7s %24s %24s\n' $engine "$(awk "BEGIN { printf \"%.0f\", $calls / $spent }")" "$start"
done
