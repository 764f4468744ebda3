# Shared by the scripts of this folder, which are run from a clone: where things are, and the build. Sourced by bash.

bench=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$bench/../.." && pwd)
foundry=1.7.1
solc=0.8.30 # the corpus's own

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

# Installs a package of Foundry with its binary in the folder work, and prints where that is.
peer() {
    need npm "peers are installed with it"
    mkdir -p "$work"
    [ -d "$work/node_modules/@foundry-rs/$1" ] && [ -d "$work/node_modules/solc" ] ||
        npm install --prefix "$work" --no-save --no-audit --no-fund --silent \
            "@foundry-rs/forge@$foundry" "@foundry-rs/anvil@$foundry" "solc@$solc" >&2 ||
        fail "npm could not install the peers into $work"
    local binary
    binary=$(find "$work/node_modules/@foundry-rs" -path "*/bin/$1" -type f | head -n 1)
    [ -x "$binary" ] || fail "$1 $foundry has no binary for this system in $work"
    [[ $("$binary" --version) == *"$foundry"* ]] || fail "$binary is not version $foundry; remove $work"
    printf '%s' "$binary"
}

# Compiles forge's project in the folder project with the pinned compiler of Solidity.
compile_forge() {
    export SOLCJS=$work/node_modules/solc
    chmod +x "$project/solc.js"
    (cd "$project" && "$forge" build --offline --use ./solc.js) >"$work/forge-build.log" 2>&1 ||
        { cat "$work/forge-build.log" >&2; fail "forge does not compile its project"; }
}

# Runs a command with its output in a file; prints its CPU seconds, user and system, of all its processes. Its exit code
# does not matter: what it printed is looked at.
cpu_seconds() { # OUTPUT COMMAND...
    local output=$1 TIMEFORMAT='%U %S' spent
    shift
    spent=$( { time "$@" >"$output" 2>&1 </dev/null || :; } 2>&1 )
    awk '{ print $1 + $2 }' <<<"$spent"
}

# Reads the command line of a script that measures files of the corpus: --NAME VALUE into the variable of that name, --NAME
# into one that becomes "yes", and names of files into chosen; all of the folder unless some are named. The function
# usage prints the help; seconds and seeds have to be numbers.
read_options() { # FOLDER WHAT "OPTIONS WITH A VALUE" "SWITCHES" ARGUMENT...
    local folder=$1 what=$2 valued=" $3 " switches=" $4 " file
    shift 4
    while [ $# -gt 0 ]; do
        case $1 in
        -h | --help)
            usage
            exit
            ;;
        --*)
            if [[ $valued == *" ${1#--} "* ]]; then
                [ $# -ge 2 ] || fail "$1 needs a value"
                printf -v "${1#--}" %s "$2"
                shift
            elif [[ $switches == *" ${1#--} "* ]]; then
                printf -v "${1#--}" %s yes
            else
                fail "no option \"$1\"; see --help"
            fi
            ;;
        -*) fail "no option \"$1\"; see --help" ;;
        *)
            [ -f "$root/$folder/$1.inv" ] || fail "no $what \"$1\" in $folder"
            chosen="$chosen $1"
            ;;
        esac
        shift
    done
    [[ $seconds =~ ^[1-9][0-9]*$ && $seeds =~ ^[1-9][0-9]*$ ]] || fail "a number is needed: $seconds, $seeds"
    [ -n "$chosen" ] || for file in "$root/$folder"/*.inv; do chosen="$chosen $(basename "$file" .inv)"; done
}
