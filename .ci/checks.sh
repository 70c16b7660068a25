# ./vigie test: everything once, cheapest first, ending with a plain count. Sourced by the launcher.
#
# Format and static checks, unit, property, oracle and architecture tests, API tests on PostgreSQL, the UI's types
# and unit tests (all by one `mvn verify`), then browser tests in Chromium against a running demo.

browser() { command -v chromium || command -v chromium-browser || command -v google-chrome; }

install_browser() {
  browser >/dev/null && return
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    say "Installing Chromium for the browser tests"
    { apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium; } >"$ROOT/target/apt.log" 2>&1 \
      || die "Chromium could not be installed; see target/apt.log"
  else
    die "the browser tests need Chromium: install it (Debian: sudo apt-get install chromium) and run ./vigie test again."
  fi
}

# passed failed skipped, summed over the last line that Surefire writes for each module
java_counts() {
  sed -n -E 's/^\[(INFO|WARNING|ERROR)\] Tests run: ([0-9]+), Failures: ([0-9]+), Errors: ([0-9]+), Skipped: ([0-9]+)$/\2 \3 \4 \5/p' \
    "$ROOT/target/test.log" |
    awk '{ all += $1; bad += $2 + $3; left += $4 } END { print all - bad - left, bad + 0, left + 0 }'
}

wait_for() { # FILE PATTERN PID SECONDS
  local until=$((SECONDS + $4))
  while ! grep -q "$2" "$1"; do
    kill -0 "$3" 2>/dev/null || return 1
    [ $SECONDS -lt $until ] || return 1
    sleep 1
  done
}

started=$SECONDS
mkdir -p "$ROOT/target"
touch "$ROOT/target/test.started"
need mvn "Debian: apt-get install maven"
need node "Node 20 builds the web application"
install_browser

say "Formatting, static checks, unit, property, oracle, architecture and API tests (log: target/test.log)"
maven=0
(cd "$ROOT" && mvn -B verify -fae 2>&1 | tee target/test.log | show_modules >&2) || maven=$?
[ "$maven" = 0 ] || grep -E '^\[ERROR\]' "$ROOT/target/test.log" | head -n 60 >&2 || true
read -r passed failed skipped < <(java_counts)
if [ "$maven" != 0 ] && [ "$failed" = 0 ]; then failed=1; fi
ui=$(sed -n 's/.*Tests  .*\b\([0-9]\+\) passed.*/\1/p' "$ROOT/target/test.log" | tail -n 1)
passed=$((passed + ${ui:-0}))

if [ "$maven" = 0 ]; then
  touch -r "$ROOT/target/test.started" "$STAMP"
  say "A demo hospital for the browser (log: target/test-demo.log)"
  port=18099
  rm -rf "$ROOT/target/test-data"
  "$ROOT/vigie" demo --weeks 20 --per-week 40 --port $port --data-dir "$ROOT/target/test-data" \
    >"$ROOT/target/test-demo.log" 2>&1 &
  demo=$!
  trap 'kill "$demo" 2>/dev/null || true' EXIT
  if wait_for "$ROOT/target/test-demo.log" "Ctrl-C" "$demo" 420; then
    say "Browser tests in Chromium (log: target/test-browser.log)"
    mkdir -p "$ROOT/target/screenshots"
    if (cd "$ROOT/feedback-ui/web" && BASE_URL=http://127.0.0.1:$port CHROMIUM=$(browser) SCREENSHOTS="$ROOT/target/screenshots" \
        npm run --silent e2e) >"$ROOT/target/test-browser.log" 2>&1; then :; else
      failed=$((failed + 1)); tail -n 60 "$ROOT/target/test-browser.log" >&2
    fi
    e2e=$(sed -n 's/^# pass \([0-9]\+\).*/\1/p; s/^ℹ pass \([0-9]\+\).*/\1/p' "$ROOT/target/test-browser.log" | tail -n 1)
    [ -n "$e2e" ] || failed=$((failed + 1))   # a run that counted nothing tested nothing
    passed=$((passed + ${e2e:-0}))
  else
    failed=$((failed + 1)); tail -n 40 "$ROOT/target/test-demo.log" >&2
  fi
  kill "$demo" 2>/dev/null || true
  wait "$demo" 2>/dev/null || true
fi

say "Took $((SECONDS - started)) s."
printf '%s passed, %s failed, %s skipped\n' "$passed" "$failed" "$skipped"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
