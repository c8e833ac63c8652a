// The files of the report page as read-only bytes. The build puts web/ and the folder of bundle.js on the
// assembler's search path.
#define ASSET(name, file)                  \
    .global staffsim_asset_##name##_begin; \
    .global staffsim_asset_##name##_end;   \
    staffsim_asset_##name##_begin:         \
    .incbin file;                          \
    staffsim_asset_##name##_end:           \
    .byte 0

    .section .rodata
ASSET(page, "template.mustache.html")
ASSET(style, "report.css")
ASSET(script, "bundle.js")
ASSET(compared, "sections/compared.mustache.html")
ASSET(answer, "sections/answer.mustache.html")
ASSET(scorecard, "sections/scorecard.mustache.html")
ASSET(scorecard_table, "sections/scorecard_table.mustache.html")
ASSET(change_cell, "sections/change_cell.mustache.html")
ASSET(pilot_table, "sections/pilot_table.mustache.html")
ASSET(changes, "sections/changes.mustache.html")
ASSET(development, "sections/development.mustache.html")
ASSET(often, "sections/often.mustache.html")
ASSET(cost, "sections/cost.mustache.html")
ASSET(structure, "sections/structure.mustache.html")
ASSET(careers, "sections/careers.mustache.html")
ASSET(lives, "sections/lives.mustache.html")
ASSET(chains, "sections/chains.mustache.html")
ASSET(units, "sections/units.mustache.html")
ASSET(groups, "sections/groups.mustache.html")
ASSET(pathways, "sections/pathways.mustache.html")
ASSET(outlook, "sections/outlook.mustache.html")
ASSET(assumptions, "sections/assumptions.mustache.html")
ASSET(parts, "sections/parts.mustache.html")
ASSET(best, "sections/best.mustache.html")
ASSET(sought, "sections/sought.mustache.html")
ASSET(record, "sections/record.mustache.html")
ASSET(beside_choice, "sections/beside_choice.mustache.html")
ASSET(spread_table, "sections/spread_table.mustache.html")

    .section .note.GNU-stack,"",%progbits
