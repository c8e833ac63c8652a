#!/usr/bin/env bash
# Every tracked .cpp and .hpp is as clang-format 14 (Debian 12) writes it: check_format.sh ROOT [CLANG_FORMAT]
# Prints the files that are not, and ends with 1 when there is any; with 2 when the formatter is missing or another one.
set -u
cd "${1:?usage: check_format.sh ROOT [CLANG_FORMAT]}" || exit 2
program=${2:-clang-format}
if ! version=$("$program" --version 2>/dev/null); then
    echo "clang-format is missing: tools/setup.sh --tests installs it"
    exit 2
fi
case "$version" in
    *"version 14."*) ;;
    *) echo "the tree is formatted by clang-format 14, the one of Debian 12; this is: $version"; exit 2 ;;
esac

# Without git (an unpacked archive), all there are but what was built or installed.
sources() {
    if git rev-parse --is-inside-work-tree >/dev/null 2>&1; then
        git ls-files -z -- '*.cpp' '*.hpp'
    else
        find . \( -name build -o -name node_modules \) -prune -o \( -name '*.cpp' -o -name '*.hpp' \) -print0
    fi
}
count=$(sources | tr -cd '\0' | wc -c)
[ "$count" -gt 0 ] || { echo "no sources found in $PWD"; exit 2; }
said=$(sources | xargs -0 -n 40 -P 2 "$program" --dry-run -Werror 2>&1) && exit 0
wrong=$(sed -n 's/^\([^:]*\):[0-9]*:[0-9]*: error: .*/\1/p' <<<"$said" | LC_ALL=C sort -u)
[ -n "$wrong" ] || { echo "$said"; exit 2; }  # something else went wrong
echo "not as clang-format writes them (clang-format -i mends it):"
echo "$wrong"
exit 1
