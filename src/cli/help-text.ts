/** What `galley --help` prints. */
export const HELP_TEXT = `galley makes the PDF and the EPUB of a newspaper's issue from its sources.

  galley build <issue>…                  build issues; each is a folder with an issue.yaml
      --only pdf|epub                    write one kind of file
      -o, --out <folder>                 where to write (out, in the working folder)
      -l, --lang <code>                  only these languages; may be given more than once
      -t, --theme <name>                 another theme: one of galley's, or of the paper's own
      -f, --format <name>                another size of page, such as berliner or a4
      -p, --profile <name>               PDFs to make: screen, archive, print, next; or several of them
      --impose booklet|2up               also lay the pages of print on sheets
      --sizes                            tell what the bytes of each PDF are spent on
      --draft                            write it, marked draft, even where matter is overset
      --cover                            also write page 1 as PNG
      --cache-dir <folder>               keep what was made of pictures here (the user's cache folder)
      --no-cache                         make everything anew, and keep nothing
      -w, --watch                        build again whenever a source is saved
      --json                             print one report object and nothing else
      -q, --quiet                        print errors and warnings only
  galley plan <issue>                    print a dummy of each page and the depth of each story; write nothing
      -l, --lang, -t, --theme, -f, --format
                                         as for build
      --svg <folder>                     also draw the dummies, one SVG for each edition
      --json                             print one report object and nothing else
  galley lint <issue>                    print what an editor would change on the pages; write nothing
      -l, --lang, -t, --theme, -f, --format
                                         as for build
      --json                             print one report object and nothing else
  galley import <typed-article.txt> --into <folder>
                                         make an issue of a typewritten article, or add it to one
      --force                            write over the article that is there; manifests stay
  galley init <folder>                   make a new paper with its first issue
  galley check <pdf>…                    check a PDF, of galley or not, by the rules of what it claims to be
      --json                             print one report object and nothing else
      --reading-order                    print instead what a listener hears of a PDF or an EPUB
  galley extract <archive.pdf> [--into <folder>]
                                         write the sources that an archive carries
      --force                            write over files that are there
  galley --help, galley --version

Exit codes: 0 done, 1 faults in articles, layouts or pictures, 2 faults in the command or a manifest,
3 a file could not be read or written, 4 a limit was reached, 70 a fault of galley itself, 130 interrupted.
NO_COLOR switches colours off.
`;

/** What `galley <command> --help` prints: the part of {@link HELP_TEXT} that is about one command; null is all of it. */
export function helpOf(command: string | null): string {
  if (command === null) return HELP_TEXT;
  const own = new RegExp(`^  galley ${command} [^]*?(?=^  galley )`, 'm').exec(HELP_TEXT)?.[0] ?? HELP_TEXT;
  // What another command is told to have as build has it.
  return own.includes('as for build') ? `${own}galley build --help tells of the options of build.\n` : own;
}
