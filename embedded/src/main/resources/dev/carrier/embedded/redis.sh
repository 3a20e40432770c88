# Runs Redis ("$@") for as long as the pipe on stdin is open. The JVM that started this holds the
# other end: however it dies, the pipe closes, and Redis is asked to write everything and stop.
# Plain POSIX sh: this must run on Linux and on macOS.

# Ctrl-C in a terminal goes to the whole process group. The JVM still needs Redis while it finishes
# its work, so this leaves the group; setsid is not on macOS, perl is.
if [ "${CARRIER_REDIS_OWN_SESSION:-}" != yes ]; then
    CARRIER_REDIS_OWN_SESSION=yes
    export CARRIER_REDIS_OWN_SESSION
    if command -v setsid >/dev/null 2>&1; then
        exec setsid sh "$0" "$@"
    elif command -v perl >/dev/null 2>&1; then
        exec perl -e 'use POSIX; POSIX::setsid(); exec @ARGV' sh "$0" "$@"
    fi
fi

exec 3<&0 </dev/null
"$@" 3<&- &
redis=$!

(
    cat <&3 >/dev/null
    kill -TERM "$redis" 2>/dev/null
    waited=0
    while [ "$waited" -lt 100 ] && kill -0 "$redis" 2>/dev/null; do
        sleep 0.1
        waited=$((waited + 1))
    done
    kill -KILL "$redis" 2>/dev/null
) &
watcher=$!

exec 3<&-
wait "$redis"
code=$?
kill "$watcher" 2>/dev/null
exit "$code"
