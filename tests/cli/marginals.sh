#!/usr/bin/env bash
# Marginals that are wrong are refused, all that is wrong at once, and no table is written: bash marginals.sh PROGRAM
# SOURCE_FOLDER
. "$(dirname "$0")/lib.sh"
marginals=$source_folder/scenarios/jingning/marginals.toml
# refused SED_COMMAND MESSAGE…: the marginals changed so
refused() {
    sed "$1" "$marginals" > m.toml
    cmp -s m.toml "$marginals" && fail "nothing is changed by $1"
    expect_code 2 roster m.toml --out d --fresh
    expect_absent d
    shift
    for message in "$@"; do expect_err "$message"; done
}
set_line() { echo "s/^$1 = .*/$1 = $2/"; }
refused '/^\[\[units\]\]$/,/^# ages/d; 1i units = 3' "m.toml:1:9: units: is a list of tables, each headed [[units]], got the number 3"
refused '/^\[\[units\]\]$/,/^# ages/d; 1i units = [1, "a"]' "units: is a table of further keys, got the number 1" 'got the text "a"'
refused '/^\[people\]$/,$d; 1i people = 3' "m.toml:1:10: people: is a table of further keys, got the number 3"
refused "$(set_line channels 3)" "people.channels: is a table of further keys, got the number 3"
refused '/^channels/d' "people.channels: is missing"
refused '/^count = 4/d; /^places = 22/d; 1,/^kind/{/^kind/d}' "units.count: is missing" "units.places: is missing" \
    "units.kind: is missing"
refused "$(set_line over_unit '"T99"')" 'people.over_unit: there is no unit "T99"; the units are T01 … C39; did you mean "'
refused "$(set_line empty_columns '["nope", "sex", "etnicity"]')" '"nope" is not a column that may be empty; allowed: channel' \
    '"sex" is not' 'did you mean "ethnicity"'
refused "$(set_line empty_columns '"rank"')" 'expected a list such as ["ethnicity"], got the text "rank"'
refused '1i prefix_township = "C"' "is the same as prefix_township"
for prefix in '""' '"a,b"' '"a\\nb"'; do
    refused "1i prefix_township = $prefix" "m.toml:1:19: prefix_township: expected 1 to 20 letters and digits"
done
refused "$(set_line residents '[1e9, 1e9]')" "units.residents: 1000000000 is out of range; allowed: 0 to 10000000"
refused "$(set_line km_to_seat '[1e9, 1e9]')" "units.km_to_seat: 1000000000 is out of range; allowed: 0 to 1000"
refused "$(set_line entry_age '[0, 1]')" "people.entry_age: 0 is out of range; allowed: 17 to 65"
refused "$(set_line start 9999-12-31)" "start: 9999-12-31 is out of range; allowed: 1900-01-01 to 2200-12-31"
refused 's/section_chief = 3/section_chief = 1000/' "units.quota: asks for 1009 titled posts in a unit of 22 places"
refused 's/^count = 4/count = 10000/; s/^places = 22/places = 100000/' "units: count times places give" "at most 1000000"
expect_code 0 roster "$marginals" --out d
# In the language asked for: mistakes and what was drawn.
sed "$(set_line channels 3)" "$marginals" > m.toml
expect_code 2 roster m.toml --out d --fresh --lang zh
expect_err "people.channels: 其下应为各项键，写成了数字 3"
expect_code 0 roster "$marginals" --out zh --lang zh
expect_out "（合成数据）"
finish
