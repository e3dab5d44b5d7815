const says = `Snowdrop: a place to remember a baby who died.

  snowdrop serve             the site itself, until it is stopped (npm start)
  snowdrop serve --sample    a throw-away site with an invented family, removed when it is stopped
  snowdrop sample [--json]   fills an empty site with an invented family
         … --pieces 500      and with a page of so many pieces, to measure with
  snowdrop let-in NAME       a one-time address that signs somebody in, by name or mail address
  snowdrop host NAME         makes somebody the one who looks after the site, where nobody can hand it over
  snowdrop backup DIR        a whole copy into an empty folder, while the site runs
  snowdrop restore DIR       puts a copy back, into an empty data folder
  snowdrop words verify FILE [TEXT] --keys KEYS
                             whether saved words are those that a site signed, without asking it
  snowdrop help              this

With npm: npm run snowdrop -- let-in NAME
Which site is meant, and everything else, is set in the environment: docs/running/configure.md.
Exit codes: 0 done, 1 refused or failed, 64 wrong words, 74 the disk failed.`;

/** Says what can be said. */
export function help(): Promise<number> {
  console.log(says);
  return Promise.resolve(0);
}
