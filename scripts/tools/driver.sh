# What runs a driver with words of the user's sources this:  split_words; run_driver SLUG

# $ARGS are more words for a driver, quoted as for xargs; no shell reads them.
split_words() {
    local split
    if ! split=$(xargs -r printf '%s\n' <<<"${ARGS-}" 2>/dev/null); then
        echo "ARGS=«$ARGS» has a quote that never ends" >&2
        exit 2
    fi
    words=()
    [ -z "$split" ] || mapfile -t words <<<"$split"
}

# Runs a driver with them; asked for help it gives that, and all ends. With parameters of
# one's own the stamp goes, so that the next `make` runs the chapter as it is.
run_driver() {
    local slug=$1 word
    for word in "${words[@]}"; do
        case $word in -h | --help) exec $LUA "scripts/$slug.lua" --help ;; esac
    done
    rm -f "$GW_BUILD/stamps/$slug"
    scripts/tools/supervise "$slug" $LUA "scripts/$slug.lua" "${words[@]}"
    if grep -q '"changed":false' "$GW_BUILD/reports/$slug.json"; then touch "$GW_BUILD/stamps/$slug"; fi
}
