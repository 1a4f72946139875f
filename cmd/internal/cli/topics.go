package cli

import "github.com/spf13/cobra"

// helpTopics are pages of help that are no commands.
func helpTopics() []*cobra.Command {
	return []*cobra.Command{
		{Use: "exit-codes", Short: "What the exit codes mean", Long: exitCodesTopic},
		{Use: "accessibility", Short: "Screen readers, old terminals, no colour", Long: accessibilityTopic},
		{Use: "workshops", Short: "How to run a workshop, and what its folder holds", Long: workshopTopic},
		{Use: "files", Short: "Which files dgca reads and writes, and how it names them", Long: filesTopic},
		{Use: "comparison", Short: "Compare units with care: what is compared, and what is not", Long: comparisonTopic},
	}
}

const exitCodesTopic = `The exit code says how a command ended. Scripts can rely on it.

  0    done, or saved and left on request
  1    failed: something could not be done; the message says what
  2    wrong usage: an unknown command or flag, or a missing argument
  3    the input ended early, in an interview or a plan; what was entered so far
       is saved
  4    a file is not valid: it is not a result, a questionnaire, an answers or
       a plan file, or it has faults; nothing was changed
  5    another dgca has the file open
  128+n  stopped by the signal n, such as 130 after Ctrl-C and 143 after
       "kill"; what was entered so far is saved

Every error message begins with "dgca:". A line that begins with "hint:" says
what to do next.`

const accessibilityTopic = `dgca asks on a full screen when it can, and line by line when that is better.

Line mode
  It prints plain lines without any control codes. A screen reader can follow
  it, and it works in every terminal. Use it with the flag --line, or set the
  environment variable ACCESSIBLE=1 to have it always. It is used without being
  asked when there is no terminal, or when TERM is "dumb".

Languages written from right to left
  The full screen cannot show them well. Use line mode or an answers file:
  dgca assess --answers FILE

Colour
  Nothing is said by colour alone. The flag --no-color and the environment
  variable NO_COLOR switch colour off.

Without a keyboard at hand
  dgca assess --answers FILE reads all answers from a table or a YAML file.
  See: dgca help files`

const filesTopic = `Result files
  An assessment is kept in one YAML file that you can read and edit. dgca makes
  its name from the unit, the date and the kind of unit, in lower case and
  ASCII letters: ministry-of-health-2026-11-23-institution.yaml. Where the name
  is taken, -2, -3 and so on is added: nothing is overwritten. The file is
  private to you: on Linux and macOS nobody else may read it (mode 0600); on
  Windows the rights of the folder apply. One previous generation stays beside
  it, with the ending .bak. A file that ends in .lock shows that dgca is at
  work.
  Check files that you edited by hand:   dgca check FILE...

Reports
  A report stands beside its result file: results.yaml gives results.pdf, or
  results.html and results.md with --format. A report with --summary-only or
  --redact has that in its name: results-summary-redacted.pdf. A report made
  again replaces its predecessor. dgca knows the predecessor by what the file
  says about itself: made by dgca, from the same assessment. Any other file of
  that name is left alone, unless you give --force.
  With the environment variable SOURCE_DATE_EPOCH set, the same result gives
  the same bytes.

Answers files
  dgca assess --answers FILE reads a table (CSV) with these columns, in any
  order; only the first two are needed:

      statement,answer,reason,confidence,evidence,comment
      LEA-01,3,,high,Decision 12 of 2025,
      LEA-02,dk,,,,Ask the planning office
      LEA-03,na,We have no regional offices,,,

  An answer is a level, dk for "don't know", or na for "not applicable"; na
  needs a reason. The separator is a comma, a semicolon or a tab. The encoding
  is UTF-8 or UTF-16. A file that ends in .yaml says the same in YAML:

      answers:
        LEA-01: {answer: 3, confidence: high, evidence: Decision 12 of 2025}
        LEA-02: dk

  All faults are reported together, each with its line. Nothing is recorded
  while there is one. The table that "dgca show --format csv FILE" writes has
  these columns too: begin an assessment, take its table as a form, fill in the
  answers, and read it back with dgca assess FILE --answers TABLE.

Plan files
  dgca plan FILE --from TABLE reads a table of actions with these columns, in
  any order; only "what" is needed:

      action,what,owner,start,end,serves,baseline,target,success_measure
      A1,Appoint the owners,Head of services,2026-04-01,2026-06-30,GOV-02,2,3,

  Further columns: entry_point (who decides, and by what), kind (policy, legal,
  organisation, people, money, data, technology), resources, cost (low, medium,
  high), inform, after (actions that must be finished first), change_level,
  first_step, status (planned, started, done, dropped), history, plan_start,
  questionnaire. A row without an id is the action with the same words, or a
  new one. An empty cell takes nothing away.
  A table with the columns statement, importance, feasibility and barriers
  weighs gaps, as does the table of "dgca show --format csv" with the grades
  filled in. A file that ends in .yaml has the keys "targets", "weighing" and
  "plan" in the form of a result file.
  All faults are reported together. Nothing is recorded while there is one.

Questionnaires
  dgca questionnaire new FILE makes a template for your own questions;
  dgca questionnaire check FILE finds its faults;
  dgca assess --questionnaire FILE uses it.`

const comparisonTopic = `What is compared
  dgca compare sets results side by side that have the same questionnaire, the
  same scale, the same kind of unit and the same method. When files differ in
  one of these, the largest group is compared and the others are listed with the
  reason. Of each unit one result counts: the latest with agreed answers, or
  else the latest of one person. When it is not clear which one counts, none
  does: name the one that you mean.
  To have a file compared all the same:   dgca compare --include FILE FILE...
  Every page then says so. Another number of levels can never be compared.

Versions of a questionnaire
  When the results were made with several versions, only the statements that
  all versions have, word for word, are compared. The levels can then differ
  from the units' own reports; the comparison says where.

It is not a ranking
  Units are in the order of their names. With --order they are ordered by a
  level, and the output says what that does not mean.

Letters in place of names
  --alias KEY.csv shows letters and writes who is who to KEY.csv. Only you can
  read that file (on Windows the rights of the folder apply). Keep it apart.
  --for NAME makes the copy for one unit: it sees its own name and letters for
  all others, drawn anew for each copy, without countries, dates, files and
  cases. With fewer than five units the others can be guessed; the copy says so.

What is told
  Cases that people recorded stand beside the pairs. --redact takes them out,
  --contacts tells their contacts too. --confidential TEXT stands on every page.
  Files are named without their folders, unless only those tell them apart.

A report made again
  A report about the same units takes the place of the one before. Any other
  file is left alone, and so are tables and reports with letters: add --force.

How many
  Up to 40 units have a small profile each. Pairs are made for up to 250 units;
  up to 20 they are the best that exist. dgca rounds tells of up to 100 units
  one by one, and of more in one table. Answers of all units are in the table:
  dgca compare --format csv FILE... > comparison.csv`
