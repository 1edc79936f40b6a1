### The page's own words. Words of law come from the rulebooks, never from here.

## On every page
skip = Skip to the content
brand-label = zhengpin, to the start page
nav-label = Tools
nav-penalties = Penalties
nav-appeal = Findings and appeals
nav-complaint = Complaint
nav-parallel-import = Parallel import
nav-changes = Changes
theme-switch = Light or dark
colophon-advice = zhengpin gives no legal advice. A verdict reaches no further than the provisions listed and the facts you state.
colophon-privacy = Once loaded, the page makes no request, sets no cookie and stores nothing.
noscript = The rules are decided in your browser, which needs JavaScript.

## Start page (start)
start-title = zhengpin: IP rules of China's online marketplaces
start-heading = The IP rules of China's online marketplaces, held against your facts
start-lead = Answer some questions and get a verdict, the provisions behind it, what is missing, and what would change it.
start-penalties-who = Seller
start-penalties = What do these counterfeit findings cost me, and how far am I from losing the shop?
start-appeal-who = Sellers penalised
start-appeal = Is this a counterfeit case, which tier, and how and until when can I appeal?
start-complaint-who = Rights holder
start-complaint = Does my complaint qualify, and what does it lack?
start-parallel-import-who = Importer
start-parallel-import = May I sell these genuine goods?
start-changes-who = In-house counsel
start-changes = The rules change. Which verdicts change with them, and does it concern me?
start-not-title = What it does not do
start-not-advice = It gives no legal advice, replaces no lawyer, and does not predict how a court or a platform will treat your case.
start-not-facts = It finds no facts. A question left open counts as unknown, never as no.
start-not-known = Where the law is silent, a source could not be read, or courts disagree, it says so and does not guess.
start-private-title = Privacy
start-private = Everything is decided in your browser. Once loaded, the page makes no request, sets no cookie and stores nothing.
start-private-link = Your answers stand only behind the # of the address, which is never sent to a server. Keep or pass on that link to restore them all.
start-rules-title = Rules encoded
start-rules = Every rule names its source, its dates in force and its confidence: high where the text was read, medium where only secondary sources were, low where the source is weak. A rule of low confidence is never shown as settled.

## The page of penalties (ledger)
penalties-title = Penalties: zhengpin
penalties-heading = What counterfeit findings cost
penalties-lead = Enter the platform's findings one by one. See the points, strikes and measures each brings, and how far the account is from being sealed.
penalties-to-appeal = Not sure which tier it is, or about to appeal

## The page of complaints (complaint)
complaint-title = Complaint: zhengpin
complaint-heading = Does this complaint qualify?
complaint-lead = Answer the questions about the complaint. The verdict follows your answers, with what is missing, which provision asks for it, and how to mend it.

## The page on findings and appeals (appeal)
appeal-title = Findings and appeals: zhengpin
appeal-heading = Findings and appeals
appeal-lead = Whether it is a counterfeit case, which tier, what is deleted, who decides and what has to be disclosed; whether your papers carry an appeal, and until when.
appeal-to-penalties = What this tier costs, and how far it is to closure

## Deadlines and documents (drafting)
deadlines-title = Deadlines
deadlines-from = Count the days left from
deadlines-from-hint = As a rule, today.
deadline-who = { $who }: { $what }
deadline-rights-holder = Complainant
deadline-seller = Seller
deadline-platform = Platform
deadline-either = Both sides
deadline-open = Give the first day to count from.
deadline-left = { $count ->
    [one] 1 day left
   *[other] { $count } days left
  }
deadline-today = on this very day
deadline-over = { $count ->
    [one] over for 1 day
   *[other] over for { $count } days
  }
deadline-kept = done in time
deadline-missed = not done in time
deadline-moved = The last day is a day of rest; if it gives way, to { $day }.
deadline-holidays-unknown = The holidays of { $years } are not known. Only weekends are left out, so the day may change.
deadline-may-apply = Whether it applies is not known yet.
drafting-title = Document: { $name }
drafting-paper = Text of the document
drafting-optional = { $field } (may stay empty)
drafting-complete = Nothing is missing. Check every sentence before you hand it in.
drafting-missing = { $count ->
    [one] 1 gap is left, marked 【】 in the text.
   *[other] { $count } gaps are left, marked 【】 in the text.
  }
drafting-open = { $count ->
    [one] 1 question is open; the sentences that rest on it are left out
   *[other] { $count } questions are open; the sentences that rest on them are left out
  }
drafting-copy = Copy the text
drafting-print = Print the document
drafting-save = Save as text
drafting-in-zh = Text in Chinese
drafting-in-en = Text in English
drafting-copied = The text was copied.
drafting-copy-failed = The browser does not allow copying. Select the text and copy it by hand.

## The page of parallel imports (parallel_import)
parallel-import-title = Parallel import: zhengpin
parallel-import-heading = May these genuine goods be sold?
parallel-import-lead = The same facts lead to one verdict under the platform's rule and to others under trademark, unfair competition, patent and copyright law. Here they stand side by side.

## The page of changes (changes)
changes-page-title = Changes: zhengpin
changes-page-heading = What a change of the rules changes
changes-page-lead = Choose two days. See which verdicts differ between them, which facts lead to another verdict, and which provisions begin and end.

## Loading, and when it fails
loading = Loading the rules…
fallback-title = The rules did not load, so nothing can be decided
fallback-no-wasm = This browser has no WebAssembly, or it is turned off.
fallback-blocked = The browser refused to run the rule engine. Often the page's content security policy lacks 'wasm-unsafe-eval', or the engine file is damaged.
fallback-fetch = The rule files could not be fetched, or their content does not match the checksum that this page holds. Check the network and load the page again.
fallback-then = Until then this page gives no verdict.

## Commands and links
command-link = Copy link
command-print = Print
command-clear = Clear all
command-undo = Undo
cleared = All cleared.
link-copied = Copied. The link holds all answers.
link-by-hand = The browser does not allow copying. Copy it by hand:
link-label = Link to this page
link-broken = The answers in the link cannot be read. It may be cut short or come from another version. Starting empty.
link-partly = { $count ->
    [one] One answer in the link does
   *[other] { $count } answers in the link do
} not fit the present rulebook and was left out. The rest is restored.

## Dates
date-year = Year
date-month = Month
date-day = Day
date-wrong = The date is incomplete, or there is no such day.
as-of = Decided under the rules of { $day }
as-of-version = {" "}(version in force since { $day })
as-of-change = Choose another day
as-of-label = Decide under the rules of
as-of-hint = Usually the day of the act. You can paste a whole date.

## Asking
questions-lead = A question left open counts as unknown, never as no.
question-next = Answer this first
group-count = { $done } of { $all } answered
group-spare = { $count ->
    [one] One more question no longer matters
   *[other] { $count } more questions no longer matter
}
answer-yes = Yes
answer-no = No
answer-unknown = Don't know
answer-open = Not answered
answer-none = None of these
list-separator = {", "}
sentence-separator = {"; "}
dot = {" · "}

## Verdicts
answer-title = Verdict
verdict-open = No verdict yet
verdict-settled = Settled: no answer to the other questions can change this.
verdict-possible = Still possible:
next-lead = The question that decides most:
missing-title = What is missing
missing-open-title = What is still to be known
changes-title = What would change it
changes-open-title = What would settle it
changes-more = { $count ->
    [one] One more way
   *[other] { $count } more ways
}
change-turn-from = { $from } →
change-by-acting = you can do this
change-by-evidence = if you can prove it
change-out-of-reach = depends on what happened
change-or = {" or "}
change-needs = and these { $count } questions answered so
warnings-title = Please note
warning-split = Courts disagree: { $about }
warning-confidence = Weakly attested: { $about }
warning-later = From { $day } the law changes the verdict or its provisions
warning-later-ask = Decide under that day's rules
warning-this = this verdict
because-title = These answers alone settle it
application-title = Element by element
state-yes = holds
state-no = does not hold
state-unknown = unknown
node-when = Where this holds: { $verdict }
node-unless = Where this does not hold: { $verdict }
node-otherwise = Otherwise: { $verdict }
node-all = All of these
node-any = One of these
node-not = Not this
node-exception = Exception
node-exception-named = Exception: { $name }
node-defeated = The condition holds, but an exception takes the case out.
cases-title = Decided cases
cases-for = Decided alike
cases-against = Decided otherwise
case-no-year = year not verified
case-overruled = overruled by { $by }
sources-title = Provisions relied on
gaps-title = What this rulebook does not know ({ $count })
citation = { $instrument } { $label }
troubles-title = These answers cannot be decided
overview-title = All verdicts
chooser-title = What to decide
bar-open = Reasons
bar-close = Close
announce = { $issue }: { $verdict }. { $missing ->
    [0] Nothing is known to be missing.
    [one] One item is missing.
   *[other] { $missing } items are missing.
}

## The reference
reference-rulebook = All rules of this rulebook, with their sources
reference-provision = About this provision

## Authority and confidence
rank-law = law
rank-regulation = regulation
rank-interpretation = judicial interpretation
rank-departmental-rule = departmental rule
rank-local-regulation = local regulation
rank-court-guidance = court guidance
rank-platform-rule = platform rule
rank-standard = standard
rank-soft-law = industry guide
rank-practice = practice
confidence-high = high confidence
confidence-medium = medium confidence
confidence-low = low confidence

## The ledger (ledger)
finding-new = Add a finding
finding-edit = Change this finding
finding-day = Day of the penalty decision
finding-day-hint = You can paste a whole date.
finding-day-missing = Enter the day of the penalty decision.
finding-time = Time (optional)
finding-time-hint = 24-hour clock, UTC{ $offset }. Counts as { $time } if left out.
finding-time-wrong = Enter the time like 09:30.
finding-tier = Found to be
finding-tier-missing = Choose what was found.
finding-items-wrong = Enter a whole number from 1 to { $most }.
finding-circumstances = Circumstances
finding-reversed = Appeal upheld, finding reversed
finding-add = Add
finding-save = Save the change
finding-cancel = Cancel
finding-removed = One finding removed.
per-finding = { $points } pts each
per-item = { $points } pts per item
per-time = { $points } pts per time
per-point = pts as booked
count-items = Number of items
count-times = Number of times
count-points = Points booked by the platform
record-title = The ledger
record-empty = No finding yet. Fill in the fields and add one, or look at an example first.
examples-lead = Examples:
example-window = Four in four days
example-promoted = Serious, with paid promotion
example-strikes = Three actual sales
example-shown = Showing the example.
status-title = State of the account
status-open = Account open
status-closed = Account sealed
status-points = Points
status-strikes = Strikes
status-left = { $left } short of closure
closed-points = The points reached the limit
closed-strikes = The strikes reached the limit
closed-both = Points and strikes reached the limit at once
closed-finding = Findings of this kind close the account
chart-label = The ledger over time. Everything in the picture stands in the table below.
chart-caption = Steps: the ledger. Dashed line: the limit. Squares: strikes. Bars: how long measures run.
ledger-caption = Points, ledger, strikes, measures and reasons for every finding
ledger-finding = Finding
ledger-points = Points
ledger-total = Ledger
ledger-strikes = Strikes
ledger-lost = { $lost } more lost
ledger-strike = One strike
ledger-closes = Account sealed
ledger-year-end = End of { $year }
ledger-sources = Sources
ledger-version = Judged by the version in force since { $day }.
ledger-edit = Change
ledger-remove = Remove
measure-span = { $from } to { $until }
measure-final = from { $from }, for good
until-label = Run the ledger on to (optional)
until-hint = Year ends up to that day are counted in.
why-upgraded = judged one tier higher, as "{ $tier }"
why-sum-finding = { $points } points each
why-sum-item = { $points } points × { $count } { $count ->
    [one] item
   *[other] items
} = { $sum }
why-sum-time = { $points } points × { $count } { $count ->
    [one] time
   *[other] times
} = { $sum }
why-sum-point = { $sum } points booked by the platform
why-window = falls into the { $window } from { $from } to { $to }, which now holds { $points } of at most { $cap } points
why-lost = { $lost } points above the cap are lost
why-strike-own = a strike of its own
why-strike-opened = first of its window, one strike
why-strike-merged = one strike together with the finding before it in the window
why-strike-not-of-tier = findings of this kind are no strikes
why-strike-not-in-force = there were no strikes yet
why-strike-not-counted = special situation: no points, not counted
why-strike-reversed = reversed on appeal, not counted
why-node = the ledger reaches { $node } points
why-raised = closing the account books { $raised } more points
announce-open = Account open, { $points } points, { $strikes } strikes.
announce-closed = Account sealed, { $points } points, { $strikes } strikes.

## Rules encoded (start)
rulebook-as-of = As of { $day }{ $count ->
    [1] {""}
   *[other] , { $count } versions, the latest in force since { $last }
}
rulebook-provisions = { $count } { $count ->
    [one] provision
   *[other] provisions
} of { $level }
rulebook-cases = { $count } { $count ->
    [one] case
   *[other] cases
}
rulebook-gaps = { $count } known { $count ->
    [one] gap
   *[other] gaps
}

## Changes (changes)
compare-rulebook = Rulebook
compare-versions = Versions
compare-one-version = There is one version only. You can choose two days of your own.
compare-future = not yet in force
compare-differs = verdicts differ
compare-days = Two days of your own
compare-from = From
compare-to = To
compare-choose = Choose others
compare-and-then = compared with
compare-sum = { $count ->
    [0] None of the { $all } verdicts changes.
    [one] One of the { $all } verdicts changes.
   *[other] { $count } of the { $all } verdicts change.
}
compare-given = { $count ->
    [one] With one answer of yours
   *[other] With { $count } answers of yours
}
compare-without = Leave these answers out
compare-unchanged = Unchanged: { $issues }.
compare-others = Other rules that change
compare-nothing = The same rules apply on both days.
compare-begun = Now in force
compare-ended = No longer in force
compare-provisions = { $count ->
    [one] One provision
   *[other] { $count } provisions
}
compare-provisions-more = { $count ->
    [one] One more provision
   *[other] { $count } more provisions
}
change-always = The verdict changes whatever the facts.
change-never = The verdict stays; the rules behind it change.
change-for-some = The verdict changes for some facts.

## Two days compared (comparison)
compare-issue-begins = Not yet decided on the first day.
compare-issue-ends = No longer decided on the second day.
concern-yes = Your verdict changes.
concern-no = Your verdict stays.
concern-unknown = It depends on questions still open.
compare-turns-on = What it turns on
compare-becomes = becomes
compare-shared = { $count ->
    [one] One other fact has to fit too
   *[other] { $count } other facts have to fit too
}
compare-rest = { $count ->
    [one] One more fact has to fit
   *[other] { $count } more facts have to fit
}
compare-cases = and one of these cases:
compare-any = One of these:
compare-and = {"and "}
compare-always = So it is whatever the other facts.
compare-more = There are other cases; these are the first ones.
compare-not = anything but “{ $answers }”
compare-has = includes { $choice }
compare-lacks = does not include { $choice }
compare-came = a date is given
compare-since = against the day of “{ $base }”: { $distance }
compare-for-you = What it changes for you
compare-whole = See the whole change
bound-and = {" and "}
bound-from = { $value } or more
bound-before = less than { $value }
bound-from-day = { $value } or later
bound-before-day = before { $value }
span-days = { $days ->
    [one] 1 day
   *[other] { $days } days
}
span-months = { $months ->
    [one] 1 month
   *[other] { $months } months
}
span-both = { $months ->
    [one] 1 month
   *[other] { $months } months
} and { $days ->
    [one] 1 day
   *[other] { $days } days
}
span-from-same = that day or later
span-from-next = the day after or later
span-from-past = more than { $span } later
span-from = { $span } or more later
span-from-back = at most { $span } earlier
span-before-same = before that day
span-before-next = no later than that day
span-before-past = at most { $span } later
span-before = less than { $span } later
span-before-back = more than { $span } earlier
