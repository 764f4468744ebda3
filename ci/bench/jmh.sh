#!/usr/bin/env bash
# Builds and runs the JMH benchmarks. usage: ci/bench/jmh.sh [JMH OPTIONS] [REGULAR EXPRESSION], such as `jmh.sh Keccak`
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

find_java
build_bench
cd "$root"
run_java org.openjdk.jmh.Main "$@"
