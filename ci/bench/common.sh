# Shared by the scripts of this folder, which are run from a clone: where things are, and the build. Sourced by bash.

bench=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$bench/../.." && pwd)

fail() {
    printf '%s: %s\n' "$(basename "$0")" "$*" >&2
    exit 1
}

need() {
    command -v "$1" >/dev/null || fail "$1 is needed: $2"
}

# Sets java to that of a JDK 25 or later: the one of JAVA_HOME, or else one in /usr/lib/jvm.
find_java() {
    local home version
    for home in "${JAVA_HOME:-}" /usr/lib/jvm/*; do
        [ -n "$home" ] && [ -r "$home/release" ] || continue
        version=$(sed -n 's/^JAVA_VERSION="\{0,1\}\([0-9]*\).*/\1/p' "$home/release")
        if [ "${version:-0}" -ge 25 ]; then
            export JAVA_HOME=$home
            java=$home/bin/java
            return
        fi
    done
    fail "no JDK 25 or later: set JAVA_HOME"
}

# Runs a class of ci/bench as the launcher runs Thymus.
run_java() {
    "$java" "@$root/ci/java.options" -cp "$bench/target/thymus-bench.jar:$bench/target/lib/*" "$@"
}

build_bench() {
    local log=$bench/target/build.log maven=./mvnw
    ! command -v mvn >/dev/null || maven=mvn
    mkdir -p "$bench/target"
    (cd "$root" && "$maven" -B -q -Pbench -pl ci/bench -am -Dmaven.test.skip=true package) >"$log" 2>&1 ||
        { cat "$log" >&2; fail "the build failed"; }
}
