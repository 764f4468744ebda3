#!/usr/bin/env bash
# Fuzzes the mazes of corpus/mazes with Thymus and with forge, both guided by coverage, for the same processor time. Prints
# for each maze how many distinct sites either reaches.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

work=${TMPDIR:-/tmp}/thymus-bench
seconds=10
seeds=1
ours=
chosen=

usage() {
    cat <<END
usage: ci/bench/mazes.sh [OPTIONS] [MAZE...]

mazes are the files of corpus/mazes without .inv, such as Maze1 (all of them unless some are named)

  --seconds N          of processor time for each side and maze, start and compilation included (default $seconds)
  --seeds N            runs of each, with the seeds 1 to N (default $seeds)
  --ours               without forge
  --work DIR           where peers are installed, not in the clone (default $work)
END
}

read_options corpus/mazes "maze" "seconds seeds work" "ours" "$@"

# A test for each maze, in which every site that is reached leaves a file.
prepare_forge() {
    need node "the Solidity compiler runs on it"
    forge=$(peer forge)
    project=$work/mazes
    rm -rf "$project"
    mkdir -p "$project/src" "$project/test"
    cp "$bench/forge/foundry.toml" "$bench/forge/solc.js" "$project"
    sed -i 's|^libs = .*|&\nfs_permissions = [{ access = "read-write", path = "./sites" }]|' "$project/foundry.toml"
    for maze in $chosen; do
        cp "$root/corpus/mazes/$maze.sol" "$project/src"
        cat >"$project/test/$maze.t.sol" <<END
// SPDX-License-Identifier: MIT
pragma solidity ^0.8.20;
import {$maze} from "../src/$maze.sol";

interface Vm {
    function toString(uint256) external pure returns (string memory);
    function writeFile(string calldata, string calldata) external;
}

contract Walker is $maze {
    function reached(uint256 id) internal override {
        Vm vm = Vm(0x7109709ECfa91a80626fF3989D68f67F5b1DD12D);
        vm.writeFile(string.concat("sites/", vm.toString(id)), "");
        super.reached(id);
    }
}

contract ${maze}Test {
    Walker walker;

    function setUp() public {
        walker = new Walker();
    }

    function targetContracts() public view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(walker);
    }

    function invariant_walks() public pure {}
}
END
    done
    compile_forge
}

# Runs a command that is ended when it has used its processor time.
limited() { # OUTPUT COMMAND...
    local output=$1
    shift
    bash -c 'ulimit -c 0; ulimit -t "$1"; shift; exec "$@"' limited "$seconds" "$@" >"$output" 2>&1 </dev/null || :
}

ours() { # MAZE SEED
    limited "$work/ours.log" "$root/thymus" check "$root/corpus/mazes/$1.inv" --fuzz-only --for 2h --seed "$2" \
        --transactions 1000000000000 --out "$work/out"
    grep -c '^falsified' "$work/ours.log" || :
}

theirs() { # MAZE SEED
    [ -z "$ours" ] || { printf -- '-\n'; return; }
    cd "$project"
    rm -rf sites corpus
    mkdir sites
    FOUNDRY_INVARIANT_RUNS=100000000 FOUNDRY_INVARIANT_DEPTH=100 FOUNDRY_INVARIANT_CORPUS_DIR=corpus \
        limited "$work/forge.log" "$forge" test --offline --use ./solc.js -j 1 --match-contract "^$1Test\$" --fuzz-seed "$2"
    find sites -type f | wc -l
}

find_java
mkdir -p "$work"
"$root/thymus" check --help >/dev/null # builds it
limited "$work/first.log" "$root/thymus" check "$root/corpus/mazes/Maze1.inv" --transactions 1000 --out "$work/out"
[ -n "$ours" ] || prepare_forge
printf '%-10s %6s %10s %10s %10s   %s CPU s each\n' maze seed ours forge "there are" "$seconds"
for maze in $chosen; do
    there=$(node -e 'console.log(JSON.parse(require("fs").readFileSync(process.argv[1])).reachable.length)' \
        "$root/corpus/mazes/$maze.sites.json")
    for ((seed = 1; seed <= seeds; seed++)); do
        printf '%-10s %6s %10s %10s %10s\n' "$maze" "$seed" "$(ours "$maze" "$seed")" "$(theirs "$maze" "$seed")" "$there"
    done
done
