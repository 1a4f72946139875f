package cli

const workshopTopic = `A workshop in 90 minutes, on one laptop with USB sticks:

  1. Before it begins, make a list of the people as a table (CSV). Then each
     person gets their own start file, from room/sheets/start.
       dgca workshop new room --title "Round 1" --participants people.csv
       dgca workshop sheets room
  2. Everybody answers alone.
       dgca assess P07.yaml
  3. Collect the sheets from each stick. What cannot be filed is said, with the
     reason; the rest is filed.
       dgca workshop sheets room --collect E:\
  4. Print the agenda.
       dgca workshop spread room --format pdf
  5. Agree, on the projector.
       dgca workshop agree room
  6. Print the pages of the plenary.
       dgca workshop plenary room

Paper, where laptops are few
       dgca form --quick --kind government
       dgca enter --folder stick
       dgca workshop sheets room --collect stick --as P07
  Each sheet becomes a result file like any other. A start file of a participant
  is filled in from paper with: dgca enter room/sheets/start/P07.yaml

The wall, votes, partners, and feedback
       dgca workshop wall room
       dgca workshop wall room --gather --ballot
       dgca workshop pairs room
       dgca workshop feedback room --form

The folder
  workshop.yaml      who takes part, by alias; groups; program; edit it freely
  names.yaml         who is who; no report reads it; delete it afterwards
  questionnaire.yaml a copy, when it is not the built-in one
  sheets/start/      files to be filled in
  sheets/            what was delivered, and register.yaml
  agreed/            one result file for each unit
  wall/, feedback/   challenges and ideas; what people thought of the workshop
  papers/            what is printed

The table of participants has these columns, in any order; only unit is needed:

      alias,name,unit,unit_kind,country,cluster,kind,role,group
      P01,,Ministry of Health,institution,Freeland,,managers,Director,G1
      P02,,City of Rim,local,Atlantis,,staff,,G2

  kind is the kind of respondent; answers of different kinds are compared.

A table for the wall (--from) has rows of these kinds, in one file or several:

      alias,kind,anonymous,challenge,themes
      P01,personal,yes,Too little time for learning,skills

      to,challenge_id,solution        to: an alias (round two) or a country
      dimension,improvement,statements
      note,dots                       votes counted on a note, such as A3 or C7
      idea,theme
      team,challenge,way_forward
      team,area                       support that a country asks for

A table of feedback has a column for each question, and a row for each form:

      Q1,Q2,Q3,Q4,Q5,Q6,Q7,Q8
      1,5,2,4,A partner to call,2,1,1

What is concluded
  consensus    75 % of the answers lie within one level of the median, the
               interquartile range is at most 1, the range at most 2 (1 with
               fewer than five answers), and nobody says "not applicable"
  discuss      otherwise
  too few      fewer than three answers, or fewer than half of the sheets
  find out     nobody gave a level
Only sheets about the same unit are counted together. A group that mixes
countries shows its units side by side.

Privacy
  On the screen, in the room, all answers are shown without names. A paper or a
  table that leaves the room shows answers from three people on, and no kind of
  respondent with fewer than three, also not as what is left. An agreed sheet
  keeps what people said only from three answers on.`
