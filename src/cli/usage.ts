export const USAGE = `craftweek: how much of the week is craft, how much management

  craftweek week     FILE... [--week 2026-11-16] [--zone Europe/Berlin] [--hours 09:00-12:00,13:00-17:00]
                             [--focus 120] [--recovery 15] [--self me@example.org] [--craft medicine] [--country DE] [--json]
  craftweek trend    FILE... [--weeks 26] [--until 2026-11-16] [... the same options] [--json]
  craftweek plan     FILE... [--week 2026-11-16] [--moves 3] [--allow skip,shorten,shift,rarer,gather]
                             [--track leadership] [--all] [... the same options] [--json]
  craftweek events   FILE... --from ISO --to ISO [--zone ...] [--json]
  craftweek classify FILE.ndjson [--corrections FILE.ndjson] [--json]

FILE is an .ics file, or a .json file with Google events.list answers; - is standard input. week, trend, plan and events
also take --address URL, a calendar's https or webcal address, in place of a FILE or beside it.
Exit codes: 0 done, 1 input could not be read, 2 wrong usage. See docs/cli.md.
`;
