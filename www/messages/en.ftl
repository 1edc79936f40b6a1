### The page's own words. Words of law come from the rulebooks, never from here.

## On every page
skip = Skip to the content
brand-label = zhengpin, to the start page
nav-label = Tools
nav-penalties = Penalties
nav-appeal = Findings and appeals
nav-complaint = Complaint
nav-parallel-import = Parallel import
nav-abroad = Abroad
nav-verification = Seller checks
nav-many = Many cases
nav-duties = Duties
nav-changes = Changes
nav-cases = Decided cases
search-link = Search
nav-lessons = Lessons
nav-matters = My matters
theme-switch = Dark
colophon-advice = zhengpin gives no legal advice. A verdict reaches no further than the provisions listed and the facts you state.
colophon-privacy = Once loaded, the page requests only parts of its own program and sets no cookie. What you enter stays in this tab and ends with it; only a document or a list for which you ticked it, and what you keep as a matter, stays on this device. A link to a text of the law leaves this site only when you follow it. “Clear all” removes both.
colophon-licences = Licences of the parts
colophon-embed = On a page of yours
start-rules-title = Rules encoded

## Pages without a script (bare)
noscript = The rules are decided in your browser, which needs JavaScript.
unloaded = The tool could not be loaded: its script could not be fetched, or is not the one that was published. Please load the page again; if this stays, the page may have been altered: enter nothing.

## Start page (start)
start-title = zhengpin: IP rules of China’s online marketplaces
start-heading = The IP rules of China’s online marketplaces, held against your facts
start-lead = Answer some questions and get a verdict, the provisions behind it, what is missing, and what would change it.
situations-title = Begin with where you stand
situations-lead = Choose the line that fits best; from there you are asked one question at a time.
situation-link-gone = My listing was taken down after a complaint
situation-found-fake = The platform says that I sell fakes, and I want to know whether that is so
situation-appeal-in-time = I was penalised and want to appeal, if there still is time
situation-points = I lost points and want to know how far I am from losing the shop
situation-from-abroad = I bought genuine goods abroad and want to sell them in China
situation-sell-abroad = I want to sell genuine goods abroad
situation-fakes-of-mine = Somebody sells fakes of my brand on a platform
situation-platform-idle = I complained, and the platform did nothing
situation-wrong-complaint = A complaint against me was wrong, and I lost money
situation-verify-again = I run a platform and have to know which sellers to verify again
start-penalties-who = Seller
start-penalties = What do these counterfeit findings cost me, and how far am I from losing the shop?
start-appeal-who = Sellers penalised
start-appeal = Is this a counterfeit case, which tier, and how and until when can I appeal?
start-complaint-who = Rights holder
start-complaint = Does my complaint qualify, and what does it lack?
start-parallel-import-who = Importer
start-parallel-import = May I sell these genuine goods?
start-abroad-who = Exporter
start-abroad = May the same genuine goods be sold in the EU, the US, Japan or Hong Kong as far as marks go?
start-verification-who = Platform
start-verification = Which sellers have to be verified again, and which no longer exist?
start-many-who = Compliance, agency, lawyer
start-many = A table of thousands of cases: what is each, what does it lack, and whom does a change touch?
start-duties-who = Sellers and platforms across borders
start-duties = What does Beijing’s cross-border guide ask of me, and what is done?
start-changes-who = In-house counsel
start-changes = The rules change. Which verdicts change with them, and does it concern me?
start-cases-who = Lawyer, teacher
start-cases = Which cases were decided, and do the rules agree with them?
start-matters-who = With a matter at hand
start-matters = From penalty to appeal, counter-notice and days: must I enter it all more than once?
start-lessons-who = Learners and teachers
start-lessons = Have I understood this rule? Predict, then see what it makes of the case.
start-not-title = What it does not do
start-not-advice = It gives no legal advice, replaces no lawyer, and does not predict how a court or a platform will treat your case.
start-not-facts = It finds no facts. A question left open counts as unknown, never as no.
start-not-known = Where the law is silent, a source could not be read, or courts disagree, it says so and does not guess.
start-private-title = Privacy
start-private = Everything is decided in your browser. Once loaded, the page requests only parts of its own program, such as the one that writes Word files, and sets no cookie. Nothing that you enter leaves this device.
start-private-kept = Your answers stand behind the # of the address, which is never sent to a server, and in the storage of the current tab: they survive a reload and a visit to other pages, and end with the tab. Names and addresses typed into a document, ticks and remarks on a list, and a finding half entered, stand in that storage only; a document or a list for which you ticked “Keep on this device” stands in this browser until you clear it. Only once you press “Keep on this device” do the answers, findings, days and papers of a matter stand in this browser, until you delete it under “My matters”; otherwise nothing is written to the device. “Clear all” removes all of it (in a matter, what stands in the tool at hand), “Clear what I typed” what stands in one document.
start-private-link = Keep or pass on the link to restore all answers. It does not hold what was typed into a document, unless you ticked “With the text that I typed” before copying it.
start-rules = Every rule names its source, its dates in force and its confidence: high where the text was read, medium where only secondary sources were, low where the source is weak. A rule of low confidence is never shown as settled.

## The page of penalties (ledger)
penalties-title = Penalties: zhengpin
penalties-heading = What counterfeit findings cost
penalties-lead = Enter the platform’s findings one by one. See the points, strikes and measures each brings, and how far the account is from closure.
penalties-to-appeal = Not sure which tier it is, or about to appeal

## The page of complaints (complaint)
complaint-title = Complaint: zhengpin
complaint-heading = Does this complaint qualify?
complaint-lead = Answer the questions about the complaint. The verdict follows your answers, with what is missing, which provision asks for it, and how to mend it.

## The page on findings and appeals (appeal)
appeal-title = Findings and appeals: zhengpin
appeal-heading = Findings and appeals
appeal-lead = Whether it is a counterfeit case, which tier, what is deleted, who decides and what has to be disclosed; whether your papers carry an appeal, and until when.
appeal-to-counter-notice = A right holder complained? On to the counter-notice
appeal-to-penalties = What this tier costs, and how far it is to closure

## Deadlines and documents (drafting)
deadlines-title = Deadlines
deadlines-from = Count the days left from
deadlines-from-hint = As a rule, today.
deadline-who = { $who }: { $what }
deadline-rights-holder = Complainant
deadline-seller = Seller
deadline-platform = Platform
deadline-court = Court
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
deadline-maybe-over = perhaps over already
deadline-safe = Safe day
deadline-range = At the latest it ends on { $latest }; whoever waits for its end counts on that day.
deadline-range-back = The last day counted back is { $latest }; whether it is still in time can be read either way.
deadline-range-moved = The last day is a day of rest; if it gives way, to { $earliest } at the earliest and { $latest } at the latest.
deadline-range-may-move = The last day may be made a day off; if it gives way, to { $latest } at the latest.
deadline-expected = By the principles published for exchanging days, { $day } is expected.
deadline-not-arranged = The holidays of { $years } have not been arranged yet.
deadline-not-arranged-december = The holidays of { $years } have not been arranged yet; that may also change the last days of the December before.
deadline-holidays = Holidays by law: { $days }
deadline-may-be-off = May become days off: { $days }
deadline-may-be-worked = May become working days: { $days }
deadline-far-from-holidays = The holidays of { $years } have not been arranged yet; these days lie far from every holiday, and no arrangement so far reached such days.
deadline-days = { $first } to { $last }
deadline-untold = This is too far away; no holidays are known to count by.
deadline-may-apply = Whether it applies is not known yet.
deadline-stated = The last day that the notice states; none was counted.
course-title = After the notice, step by step
course-lead = From the day on which the platform receives the notice: who acts, in what time, by which provision. Days appear as they become known.
course-done = done on
course-by = by
course-may-apply = Whether it applies depends on the kind of operator and the other answers.
drafting-title = Document: { $name }
drafting-choose = Choose a document
drafting-begun =  (begun)
drafting-paper = Text of the document
drafting-kept-tab = What you type stays in this tab, through reloads and visits to other pages, and ends with the tab.
drafting-kept-device = What you type stays in this browser on this device, also after the tab is closed, until you clear it.
drafting-kept-nowhere = The browser does not let this page keep anything: what you type is lost when you leave.
drafting-keep = Keep on this device
drafting-clear = Clear what I typed
drafting-cleared = Cleared what was typed into the document.
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
drafting-word = Save as Word file (.docx)
drafting-rests = { $count ->
    [one] 1 provision that the text relies on
   *[other] { $count } provisions that the text relies on
  }
drafting-in-zh = Text in Chinese
drafting-in-en = Text in English
drafting-copied = The text was copied.
drafting-copy-failed = The browser does not allow copying. Select the text and copy it by hand.
drafting-word-failed = The Word file could not be written. Check the network and try again, or save as text.

## Periods (period)
period-days = { $count ->
    [one] Within 1 day
   *[other] Within { $count } days
}
period-working-days = { $count ->
    [one] Within 1 working day
   *[other] Within { $count } working days
}
period-months = { $count ->
    [one] Within 1 month
   *[other] Within { $count } months
}
period-no-number = No number of days laid down

## Word files (word)
word-sources = Provisions relied on
word-sources-note = The text was written under the rules of { $day }. This page is for checking and can be taken out before the document is handed in.
word-source = { $name } ({ $how })
word-source-at = { $name } ({ $how }): { $address }

## Into a calendar (calendar)
calendar-title = Into a calendar
calendar-lead = { $count ->
    [one] 1 deadline has a day and is not done: an entry for the whole of its safe day, with a reminder { $days ->
        [one] the day before
       *[other] { $days } days before
      } and one on the day, at { $hour } a.m. What has no first day to count from is left out.
   *[other] { $count } deadlines have a day and are not done: each an entry for the whole of its safe day, with a reminder { $days ->
        [one] the day before
       *[other] { $days } days before
      } and one on the day, at { $hour } a.m. What has no first day to count from is left out.
  }
calendar-matter = Name or number of the matter (may stay empty)
calendar-matter-hint = It stands in the title of the entries. Save and import again under the same name, and the entries move to their new days. Without a name, another day gives a second entry.
calendar-days = Reminder
calendar-before = { $count ->
    [one] 1 day before
   *[other] { $count } days before
  }
calendar-save = Save as calendar file (.ics)
calendar-where = The file stays on this device. Once imported into a calendar that is synchronised, the entries are kept by whoever provides that calendar.
calendar-saved = { $count ->
    [one] Saved a calendar file with 1 deadline.
   *[other] Saved a calendar file with { $count } deadlines.
  }
calendar-file = Deadlines
calendar-titled = { $what } ({ $matter })
calendar-maybe = To be confirmed: { $what }
calendar-last = Last day: { $day }
calendar-safe = Safe day: { $day }
calendar-from = Counted from { $day }, which is not counted itself ({ $asked })
calendar-rule = { $name } ({ $how }): { $says }
calendar-as-of = Counted under the rules of { $day }; days are days in Beijing. Check against the notice that you got.

## The page of parallel imports (parallel_import)
parallel-import-title = Parallel import: zhengpin
parallel-import-heading = May these genuine goods be sold?
parallel-import-lead = The same facts lead to one verdict under the platform’s rule and to others under trademark, unfair competition, patent and copyright law. Here they stand side by side.
overall = Overall: { $says }.
overall-severe = { $issues } { $count ->
    [one] stands in the way
   *[other] stand in the way
}
overall-caution = on “{ $issue }” the verdict is “{ $verdict }”
overall-open = { $issues } { $count ->
    [one] is still open
   *[other] are still open
}
overall-none = everything is still open
overall-clear = nothing stands in the way
overall-and = {"; "}
parallel-import-to-abroad = The same goods in the EU, the US, Japan and Hong Kong (with the answers that count there)

## The page of sales abroad (abroad)
abroad-title = Abroad: zhengpin
abroad-heading = The same goods abroad
abroad-lead = Whether genuine goods imported in parallel infringe a registered mark in the EU and EEA, the United States, Japan and Hong Kong, side by side. What is asked alike is answered once; each place also asks whose mark it is and where the goods were first sold.
abroad-to-parallel-import = Into mainland China
places-title = The verdict of each place
place-eu = EU and EEA
place-us = United States
place-jp = Japan
place-hk = Hong Kong
place-not-then = no rules encoded for that day

## The page of sellers' verification (verification)
verification-title = Seller checks: zhengpin
verification-heading = Which sellers have to be verified again
verification-lead = Bring a list of sellers with the day of each one’s last verification, and see who is nearly due, overdue, deregistered or without a record. Two hundred thousand rows are counted in your browser; the list never leaves this device and is not kept.

## The page of many cases (many)
many-page-title = Many cases: zhengpin
many-page-heading = One table, a case in each row, decided together
many-page-lead = Bring a table of cases: one row a case, one column a fact. See what each comes to, what it lacks and what to ask first; then see whose verdict changes on another day or under other rules. All of it is worked out in your browser; the table never leaves this device and is not kept.

## The page of duties (duties)
duties-page-title = Duties: zhengpin
duties-page-heading = Who has to do what, by which day
duties-page-lead = What Beijing’s cross-border guide lists for sellers and platforms, and the reports of the campaign of 2011 on online shopping. Choose who and on what occasion, and tick off; the law and court guidance of today stand beside it.

## Lists of duties (duties)
duties-list = List
duties-narrow = Show only
duties-any = All
duties-who = Who
duties-to = To whom
duties-in = Occasion
duties-force = Force
duties-due = How often
duties-by = Order
duties-by-phase = By phase
duties-by-force = By force
duties-phase = Phase
duties-force-must = must
duties-force-should = should
duties-force-may = may
duties-every-once = Once
duties-every-week = Every week
duties-every-month = Every month
duties-no-weekday = { $often }; the text names no day of the week, so there are no dates
duties-attested = How sure
duties-listed-by = Listed by
duties-binding = Law and court guidance beside it
duties-nothing-beside = No law or court guidance is encoded beside it.
duties-in-force = in force
duties-not-yet = in force from { $day }
duties-superseded = until { $day }, then replaced by new law
duties-lapsed = no longer in force after { $day }
duties-lapsed-about = no longer in force after about { $day } (the exact day was not found)
duties-over = History: the document behind this list is no longer in force after { $day } and binds nobody today. What counts today is the law and court guidance that stands beside an item as “in force”.
duties-over-about = History: the document behind this list is no longer in force after about { $day } (the exact day was not found) and binds nobody today. What counts today is the law and court guidance that stands beside an item as “in force”.
duties-sum = { $count ->
    [one] One item.
   *[other] { $count } items.
}
duties-none = No duty fits what you chose.
duties-answer = { $list }.
duties-and = ;{" "}
duties-short = { $who }: { $what }
duties-short-to = { $who } to { $to }: { $what }
duties-done-of = { $done } of { $all } ticked
duties-ticked = Ticked on { $day }
duties-remark = Remark
duties-remark-on = Remark on “{ $what }”
duties-says = What has to be done
duties-days = Due on
duties-done = Ticked on
duties-cited = { $name } ({ $stands })
duties-calendar = Calendar of { $years }
duties-dayless = Every week without a day named, and so not in the table: { $list }.
duties-day = Day
duties-what = What
duties-state = State
duties-spent = past
duties-to-come = to come
duties-doubtful = { $state }; the text does not say whether anything is due
duties-history = (history) { $what }
duties-kept-tab = Ticks and remarks stay in this tab and end with it.
duties-kept-device = Ticks and remarks on this list stay in this browser on this device, also after the tab is closed, until you clear them.
duties-kept-nowhere = The browser did not keep ticks and remarks; they end with a reload. You can save them as a table first.
duties-keep = Keep this list on this device
duties-csv = Save as a table
duties-ics = Save as a calendar file
duties-saved = Saved as a file.

## The page of changes (changes)
changes-page-title = Changes: zhengpin
changes-page-heading = What a change of the rules changes
changes-page-lead = Choose two days. See which verdicts differ between them, which facts lead to another verdict, and which provisions begin and end.

## The page of decided cases (cases)
cases-page-title = Decided cases: zhengpin
cases-page-heading = Decided cases, and what the rules say of them
cases-page-lead = Every case in the rulebooks, with court, facts, outcome and source. The rules are applied to its facts, and it is told whether they agree, stay open or contradict.
cases-filter = Search and filter
cases-by-text = Search, in Chinese or English
cases-by-rulebook = Field
cases-by-issue = Issue
cases-by-verdict = Outcome
cases-by-year = Year
cases-by-agreement = The rules today
cases-any = All
cases-sum = { $count ->
    [one] One case.{" "}
   *[other] { $count } cases.{" "}
}
cases-counts = The rules agree with { $agrees } { $agrees ->
    [one] outcome
   *[other] outcomes
}, leave { $open } open and contradict { $contradicts }.{ $none ->
    [0] {""}
    [one] {" "}In one case no outcome can be compared.
   *[other] {" "}In { $none } cases no outcome can be compared.
}
cases-measure = Each case is decided by the rules of { $day }, on what is known of it and nothing else; what is undisputed as a rule is presumed. Not by the law of its own day. A case can count for several issues.
cases-shown = { $count ->
    [one] One case shown
   *[other] { $count } cases shown
}
cases-nothing = No case fits. Take something out of the filter.
cases-no-outcome = How it came out is not known, or is no answer to an issue here: it is not compared.
cases-facts = Facts known of it ({ $count })
cases-in-tool = Open these facts in the tool
cases-link = Link to this case

## Decided cases and the rules (precedents)
precedent-agrees = The rules agree
precedent-open = The rules leave it open
precedent-contradicts = The rules contradict
precedent-none = Not compared
precedent-missing = not known of it: { $facts }
precedent-missing-more = { $count ->
    [one] {" "}and one more question
   *[other] {" "}and { $count } more questions
}
precedent-sources = Where it can be read
precedent-reference = In the reference
case-source-official = official
case-source-copy = copy
case-source-report = report
nearest-none = No decided case on this issue is known here.
nearest-decided = Decided on this issue, as far as known here: { $count }.{" "}
nearest-way = { $verdict }: { $count }
nearest-measure = Compared only by the facts on which this issue depends; the case that shares most comes first, then the one with fewest differences, and no fact weighs more than another. One that shares nothing is not shown. A near case binds nobody.
nearest-unanswered = Answer questions on this issue: nothing can be near to no facts.
nearest-split = The cases went more than one way. The nearest of each that shares something is shown.
nearest-differs = Different ({ $count }), there:
nearest-shared = The same ({ $count }):
nearest-open = Open on one side ({ $count })
nearest-asked = Known there, not answered here ({ $count }):
nearest-silent = Answered here, not known there ({ $count }):
nearest-here = here: { $answer }
nearest-whole = This case among all cases

## The page of matters (matters)
matters-title = My matters: zhengpin
matters-heading = My matters: kept on this device
matters-lead = The facts, findings, days and papers of one matter, shared by all tools, so that nothing is asked twice. It is kept only if you say so, only in this browser on this device; it can be taken along as one file, and deleted at any time.

## The list of matters (matter_list)
matters-here = Matters on this device
matters-none = None yet. Begin one below, or keep what you have entered in any tool as a matter.
matters-begin = Begin a matter
matters-create = Begin
matters-begun = “{ $name }” has begun. What you enter in any tool from now on belongs to it.
matters-made = Begun on { $day }.
matters-due = Nearest day: { $day }.
matters-empty = Nothing in it yet.
matters-rename = Rename
matters-renamed = It is called “{ $name }” now.
matters-delete = Delete
matters-really = Once “{ $name }” is deleted, its answers, findings and papers are gone for good. Save it as a file first if you need it.
matters-remove = Delete this matter
matters-not = Keep it
matters-removed = “{ $name }” was deleted.
matters-saved = “{ $name }” was saved as a file. It holds names, addresses and whatever else you typed: keep it safe.
matters-newer = One matter was written by a later version and cannot be read here. Load this page anew; it was left as it is.
matters-damaged = One matter is damaged and cannot be read. It was left as it is.
matters-remove-unread = the matter that cannot be read
matters-read = Read from a file
matters-read-what = Takes up a matter that was saved before. The file is checked as a whole: if one thing in it cannot be understood, none of it is taken, and the reasons are told. What is on this device stays as it is.
matters-file = Choose a file (.json)
matters-reading = Checking the file…
matters-taken = “{ $name }” was read.
matters-there = “{ $name }” is on this device already, with the same content.
matters-no-room = The browser did not keep “{ $name }”: there is no room, or it is not allowed. You still have the file, and what was on this device stays as it was.
matters-twice = This device already keeps the same matter, “{ $name }”, with other content than the file.
matters-both = Keep both, the file as another matter
matters-replace = Put the file in its place
matters-neither = Do not read it
matters-refused = Not read: { $count ->
    [one] 1 thing cannot be accepted
   *[other] { $count } things cannot be accepted
  }
matters-nothing-taken = Nothing was changed.
matters-more = And { $count } more.
matter-file-large = the file is longer than six million signs; this page saves none so long
matter-file-json = not JSON: damaged, or another kind of file: “{ $found }”
matter-file-foreign = not a matter saved by these pages: expected “matter”, found “{ $found }”
matter-file-newer = written by a later version (format “{ $found }”); load this page anew and try again
matter-file-form = not what is expected here: “{ $found }”
matter-file-fact = no rulebook knows “{ $found }”
matter-file-answer = “{ $found }” cannot answer this question
matter-file-document = no document is called “{ $found }”
matter-file-field = this document has no field “{ $found }”
matter-file-rulebook = no ledger is called “{ $found }”
matter-file-unjudged = the rules could not be fetched, so the file cannot be checked; check the connection and try again

## This matter (matter)
matter-this = This matter: { $name }
matter-done = Begun:
matter-next = Next:
matter-step-findings = findings
matter-step-appeal = appeal
matter-step-counter-notice = counter-notice
matter-step-notice = notice
matter-step-import = may I sell
matter-step-abroad = Abroad
matter-step-days = days
matter-count = { " " }({ $count })
matter-day = { " " }({ $day })
matter-uncounted = What some days are counted from has changed; they are counted anew once you open
matter-holds = What this matter holds
matter-findings = { $count ->
    [one] 1 finding
   *[other] { $count } findings
  }
matter-answers = { $count ->
    [one] 1 answer
   *[other] { $count } answers
  }
matter-papers = { $count ->
    [one] 1 paper
   *[other] { $count } papers
  }
matter-taken = { $count ->
    [one] 1 thing was said elsewhere and is not asked again:
   *[other] { $count } things were said elsewhere and are not asked again:
  }
matter-said-in = said in “{ $tool }”
matter-change = Change
matter-change-of = Change: { $ask }
matter-in-paper = { $paper }:{ " " }
matter-in-tool = in “{ $tool }”
matter-kept = This matter is kept in this browser on this device, every change at once, until you delete it under “My matters”. Leaving it only means that this tab no longer shows it.
matter-all = My matters
matter-save = Save as a file
matter-file = zhengpin matter
matter-leave = Leave this matter
matter-others = { $count ->
    [one] 1 matter is kept on this device
   *[other] { $count } matters are kept on this device
  }
matter-open-what = Once a matter is open, all tools go on with it. What is entered here is not lost: you are asked first.
matter-offer = Keep what is entered as a matter
matter-offer-what = The other tools then go on with it, and nothing is asked twice. It is kept in this browser on this device, also when the tab is closed, until you delete it. Do not keep it where others use this device.
matter-name = What to call this matter
matter-name-hint = For example: earphones taken down. Days in a calendar bear this name, too.
matter-keep = Keep on this device
matter-unnamed = Give it a name.
matter-refused = The browser did not keep it: there is no room, or it is not allowed.
matter-copy = { $name } (another one)
matter-paper-kept = What you type is kept with “{ $name }” in this browser on this device, until you delete the matter.
matter-followed = Another tab changed this matter; this page shows it.
matter-is-apart = What is shown here is not what the matter holds, and is not kept in it yet.
matter-is-behind = Another tab changed the same part of this matter. What is shown here is what you entered on this page; it is not kept yet.
matter-is-gone = This matter was deleted elsewhere. What is shown here is still there, and in no matter.
matter-is-refused = The browser did not keep the last change: there is no room, or it is not allowed. Save it as a file before you leave.
matter-do-show = Show what is kept
matter-do-put = Keep what is shown here instead
matter-do-apart = Keep both, this one as another matter
matter-do-save = Save as a file
matter-again = Try once more
matter-differ = { $count ->
    [one] 1 thing is said in two ways:
   *[other] { $count } things are said in two ways:
  }
matter-differs = Here: { $mine }; { $where }: { $theirs }.
matter-hold-mine = As it is here
matter-hold-theirs = As it is there
matter-hold-both = Both are meant

## The page of lessons (lessons)
lessons-page-title = Lessons: zhengpin
lessons-page-heading = Predict, then see, then explain
lessons-page-lead = Each lesson is a short case. Say what you think comes out, see what the rules make of it, and what made the difference. The engine works out the answer and finds the wrong options too, each of them right under something that is otherwise.

## Lessons (lesson)
lessons-done = { $done } of { $all } done
lessons-done-one = done
lessons-begin = Begin
lessons-go-on = Go on
lessons-back = All lessons
lesson-anchor = Link to this lesson: { $id }
lesson-see = See the answer
lessons-next = Next lesson
lessons-again = Answer again
lessons-kept-tab = Answers and reasons stay in this tab and are gone once it is closed.
lessons-kept-device = Answers and reasons stay in this browser on this device, also once the tab is closed, until you clear them.
lessons-kept-nowhere = The browser does not keep answers and reasons; they are gone once the page is closed or loaded anew.
lessons-keep = Keep my progress on this device
lesson-unsure = Not sure
lesson-reason = Why? (may be left out)
lesson-reason-stays = Your reason is for yourself. It is not marked and stays on this page.
lesson-finding-day = Issued
lesson-finding-tier = Found to be
lesson-finding-count = How many
lesson-finding-notes = Besides
lesson-count-item = { $count ->
    [one] 1 item
   *[other] { $count } items
  }
lesson-count-time = { $count ->
    [one] once
   *[other] { $count } times
  }
lesson-count-point = { $count ->
    [one] 1 point booked
   *[other] { $count } points booked
  }
lesson-reversed = reversed on appeal
lesson-until = Until { $day }.
lesson-facts = The facts that the engine uses ({ $count })
lesson-as-of = By the rules in force on { $day }.
lesson-presumed = What is not mentioned is taken as nobody disputes it.
lesson-points = { $count ->
    [one] 1 point
   *[other] { $count } points
  }
lesson-strikes = { $count ->
    [0] None
    [one] 1 strike
   *[other] { $count } strikes
  }
lesson-account-open = The account is open
lesson-closed-points = Closed, by points
lesson-closed-strikes = Closed, by strikes
lesson-closed-both = Closed, by points and by strikes
lesson-closed-finding = Closed, by this finding itself
lesson-open = No verdict yet
lesson-final = It has no end
lesson-none = There is none
lesson-act = “{ $ask }” becomes: { $answer }
lesson-asks-points = { $finding }: how many points does it cost?
lesson-asks-balance = How many points stand in the ledger at the end?
lesson-asks-balance-on = How many points stand in the ledger on { $day }?
lesson-asks-strikes = How many strikes stand in the ledger?
lesson-asks-closure = How does the account stand?
lesson-asks-appeal = Which single finding has to be reversed for the account to be open again?
lesson-asks-ends = { $finding }: on which day does “{ $measure }” end?
lesson-asks-due = { $what }: which is the last day?
lesson-asks-saves = Which single change makes the verdict better?
lesson-asks-saves-to = Which single change makes the verdict “{ $verdict }”?
lesson-right = Right
lesson-wrong = Not right
lesson-was-unsure = Not sure
lesson-was-none = No answer
lesson-was-void = Not an option of this lesson
lesson-truth = Answer: { $truth }
lesson-yours = Your answer: { $option }.
lesson-why = Why
lesson-because = These settle the verdict:
lesson-possible = It cannot be said yet; it may be:
lesson-others = What separates the other options
lesson-colon = {": "}
lesson-year-end = After the end of { $year }
apart-reading = It would be right if “{ $title }” were read as “{ $choice }”; here it is read as “{ $chosen }”.
apart-years-earlier = It would be right if the same findings had come { $years ->
    [one] 1 year
   *[other] { $years } years
  } earlier, by the rules of that time.
apart-years-later = It would be right if the same findings had come { $years ->
    [one] 1 year
   *[other] { $years } years
  } later, by the rules of that time.
apart-version-before = It would be right by the rules in force on { $day }; they changed later.
apart-version-from = It would be right by the rules in force on { $day }; here they have not changed yet.
apart-facts = It would be right if { $facts }.
apart-and = {" and "}
apart-fact = “{ $ask }” were answered “{ $answer }” and not “{ $was }”
apart-fact-presumed = “{ $ask }” were answered “{ $answer }” (it is not mentioned, and taken as “{ $was }”)
apart-fact-new = “{ $ask }” were answered “{ $answer }”
apart-finding = It would be right if { $finding } { $other }.
apart-tier = were found to be “{ $tier }”
apart-issued = were issued on { $when }
apart-items = numbered { $count }
apart-circumstance = had “{ $what }” besides
apart-no-circumstance = had no “{ $what }”
apart-reversed = were reversed on appeal
apart-not-reversed = were not reversed
apart-left-out = had not been made
apart-then = What comes of that is still: { $outcome }.
quiz-make = Put a quiz together for a class
quiz-how = Pick lessons, give them a name and send the link. The page takes learners through them and says nothing of right or wrong until they hand in; then it gives a result code, which they send to you themselves.
quiz-title = Name of the quiz
quiz-pick = Which lessons
quiz-picked = { $count ->
    [one] 1 lesson picked.
   *[other] { $count } lessons picked.
  }
quiz-copy = Copy the link of the quiz
quiz-open = Open it
quiz-copied = The link of the quiz is copied.
quiz-check = Check a result code
quiz-check-how = Paste the code that a learner sent. This page marks the answers anew by the engine and takes no marks from the code; there are none in it.
quiz-code = Result code
quiz-verify = Check
quiz-unreadable = This is not a whole result code; something was left out, added or mistyped. Ask for it to be copied again.
quiz-untitled = Quiz
quiz-takes = Answer one after the other. Nothing is said of right or wrong until you hand in; you may go back and change.
quiz-handed = Handed in. Open each lesson to see why.
quiz-answered = answered
quiz-unanswered = open
quiz-next = Note it and go on
quiz-hand-in = Hand in
quiz-left = { $count ->
    [one] 1 lesson has
   *[other] { $count } lessons have
  } no answer yet; that is noted as no answer, not as a wrong one.
quiz-name = Your name (may be left out)
quiz-name-hint = It goes into the code, and whoever set the quiz sees it.
quiz-done = Hand in and make the code
quiz-your-code = Your result code
quiz-send-back = Copy it and send it to whoever set the quiz, the way you usually do. This page sends nothing by itself.
quiz-copy-code = Copy the code
quiz-code-copied = The result code is copied.
quiz-proves = What the code shows: these answers were given to this quiz, no character of them is mistyped, and the marks are worked out anew, by the rules, on the page that checks it. What it does not show: who answered, how often, and what was looked up; who knows how can also make one up. It guards against slips, not against forgery.
quiz-by = By { $name }
quiz-sum = Of { $all } { $all ->
    [one] lesson
   *[other] lessons
} { $right } right, { $wrong } wrong, { $unsure } not sure, { $none } without an answer.
quiz-gone = { $count ->
    [one] 1 lesson is
   *[other] { $count } lessons are
  } not in this version of the page, and not counted.
quiz-lesson = Lesson
quiz-answer = Answer
quiz-mark = Mark
quiz-no-option = —

## Loading, and when it fails
loading = Loading the rules…
fallback-title = The rules did not load, so nothing can be decided
fallback-no-wasm = This browser has no WebAssembly: it is too old, or it is turned off.
fallback-blocked = The page’s content security policy forbids WebAssembly (it lacks 'wasm-unsafe-eval').
fallback-old = This browser is too old for the rule engine.
fallback-fetch = The rule files could not be fetched, or are damaged: their content does not match the checksum that this page holds. Check the network and load the page again.
fallback-neither = The JavaScript engine that stands in for it could not be fetched either, or is damaged.
fallback-then = Until then this page gives no verdict.

## Commands and links
command-link = Copy link
command-print = Print
command-clear = Clear all
printed-on = Printed on { $day }.
printed-long-link = The link is too long to print; copy it and keep it apart.
command-undo = Undo
cleared = All cleared.
command-close = Close
unlinked-unsupported = This browser cannot pack links, or the part that makes them was not loaded. The address holds no answers.

## Links and what is kept (keeping)
link-copied = Copied. The link holds all answers.
link-copied-without = Copied. The link has your answers, not the text that stands in a document or in a form and is not added yet.
link-copied-with = Copied. The link has your answers and the names, addresses and other text that you typed. Give it only to those who may see them.
link-copied-bare = Copied the address of this page. It holds no answers yet.
link-carries = With the text that I typed
link-by-hand = The browser does not allow copying. Copy it by hand:
link-label = Link to this page
link-no-day = The link does not say as of which day; the day above is used instead.
broken-title = An error keeps the answer from being shown
broken-says = The earlier answer was taken away, because it may not fit what is entered now. What you entered is still there.
broken-back = Take back the last change
link-broken = The answers in the link cannot be read. It may be incomplete, or something in it was changed. Starting empty. Ask whoever sent it to send it again.
link-newer = The answers in the link cannot be read: a later version wrote it. Starting empty. Load this page anew and try again.
link-too-long = The answers in the link cannot be read: it holds more than a link can. Starting empty. Use an exported file instead.
link-unsupported = The answers in the link cannot be read: this browser cannot unpack it. Starting empty.
link-damaged = The link was cut short or changed on its way: of { $all } { $all ->
    [one] entry
   *[other] entries
} only the first { $count } could be read. Check them, or ask whoever sent it to send it again.
link-damaged-old = The link is incomplete: only the first { $count ->
    [one] entry
   *[other] { $count } entries
} could be read, and a link of the old format has nothing to check them by. Check each, or ask whoever sent it to send it again.
link-partly = { $count ->
    [one] One answer in the link does
   *[other] { $count } answers in the link do
} not fit the present rulebook and { $count ->
    [one] was
   *[other] were
} left out. The rest is restored.
typed-damaged = The typed text in the link was cut short or changed. What could be read is filled in; check it.
typed-replaced = The link brought typed text, which took the place of what stood in this tab.
kept-back = What you entered in this tab before is here again.
handed-over = Facts and text were brought along from another page. Check them.
unlinked-too-long = This is more than a link can hold, so the address holds no answers.
unlinked-refused = The browser does not let the address change for the moment, so the link in it may be an old one.
unlinked-kept = { "" } Everything stays in this tab and survives a reload; to take it along or hand it on, export it as a file.
unlinked-lost = { "" } The browser does not let the page keep anything either, and a reload loses it: export it as a file before you leave.

## What the host's page gives (given)
given = The page that shows this filled it in, in place of what stood here.
given-partly = { $count ->
    [one] One entry that this page gave does
   *[other] { $count } entries that this page gave do
} not fit the present rulebook and { $count ->
    [one] was
   *[other] were
} left out. The rest is filled in.

## Dates
date-year = Year
date-month = Month
date-day = Day
date-wrong = Incomplete, or no such day.
date-unread = No date that can be read.
date-without-time = the time { $time } is not used
as-of = Decided under the rules of { $day }
as-of-version = {" "}(version in force since { $day })
as-of-change = Choose another day
as-of-label = Decide under the rules of
as-of-hint = Usually the day of the act. You can paste a whole date.

## Asking
examples-title = Examples
examples-folded = Look at an example ({ $count })
questions-lead = A question left open counts as unknown, never as no.
question-next = Answer this first
by-dates-settles = The days given answer this: { $value }.{" "}
by-dates-agrees = This agrees with the days given.{" "}
by-dates-suggests = By the days given it would be “{ $value }”, but that is not settled.{" "}
by-dates-contradicts = The days given speak against this: by them it would be “{ $value }”. Neither counts for now.{" "}
by-dates-only = They leave nothing else.
by-dates-last = The last day to “{ $deadline }” is { $day }.
by-dates-between = The last day to “{ $deadline }” lies between { $first } and { $last }.
by-dates-decides = This decides:
by-dates-change = If a day is wrong, change it here:
clash-title = An answer and the days given do not agree, so the verdict stays open
clash-stated = You answered “{ $value }”:
clash-dates = By the days given it would be “{ $value }”.{" "}
group-count = { $done } of { $all } answered
group-spare = { $count ->
    [one] One more question no longer matters
   *[other] { $count } more questions no longer matter
}
group-aside = { $count } more for remarks only
answer-yes = Yes
answer-no = No
answer-unknown = Don’t know
answer-open = Not answered
answer-none = None of these
list-separator = {", "}
label-separator = {"; "}
label-within = “{ $label }”
quoted-separator = {", "}
gap = {" "}
sentence-separator = {"; "}
sentence = { $text }.
dot = {"\u00A0· "}

## Where something is decided (deciding)
guided-start = One question at a time
guided-whole = The whole form
compare-for-you = What it changes for you

## One question at a time (guided)
guided-count = Question { $number }; at most { $left } after it
guided-sofar = So far:
guided-together = To which of these is the answer yes?
guided-together-hint = Tick those to which it is, then go on below. If in doubt, answer them one by one.
guided-none = No to all of these
guided-all = Yes to all of these
guided-these = Yes to those ticked, no to the others
guided-apart = Not sure: one by one
guided-back = Back
guided-other = {" "}(choose another)
guided-next = Next
guided-why = Why this question
guided-why-open = { $issue }, still possible: { $verdicts }.
guided-why-mend = { $issue }: the verdict is settled; this bears on what is missing.
guided-given = { $count } answered
guided-change = Change
guided-change-of = Change: { $ask }
guided-done = That is all
guided-done-settled = Whatever else is answered, the verdict stays.
guided-done-open = You do not know the answer to { $count } of the questions, so the verdict is still open. Once you do, answer them here:

## Verdicts
answer-title = Verdict
verdict-open = No verdict yet
verdict-settled = Settled: no answer to the other questions can change this.
verdict-possible = Still possible:
next-lead = The question that decides most:
next-mend-lead = The verdict stands. To mend everything, say next:
missing-title = What is missing
missing-open-title = What is still to be known
missing-whole = That is all that is missing.
missing-perhaps-more = What is still to be known may be missing too. Once it is said, the list is whole.
changes-mend-title = What would lead to a better verdict
changes-open-title = What would settle it
changes-otherwise-title = If the facts were different
changes-otherwise-lead = This only says what the verdict depends on. It is no advice: an answer that is true stays as it is.
change-given = answered “{ $from }”; if instead{" "}
changes-more = { $count ->
    [one] One more way
   *[other] { $count } more ways
}
change-turn-from = { $from } →
change-by-acting = you can do this
change-by-evidence = if you can prove it
change-out-of-reach = depends on what happened
change-needs = and these { $count } questions answered so
warnings-title = Please note
warning-split = Courts disagree: { $about }
warning-confidence = Weakly attested: { $about }
warning-later = From { $day } the law changes the verdict or its provisions
warning-later-remarks = From { $day } the law changes the remarks
warning-later-adds = It adds: { $remarks }.
warning-later-ask = Decide under that day’s rules
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
nearest-title = Nearest decided cases
case-no-year = year not verified
docket-first = { $number } (first instance)
docket-second = { $number } (second instance)
docket-retrial = { $number } (retrial)
case-overruled = overruled by { $by }
sources-title = Provisions relied on
source-official = official text
source-official-of = official text: { $name }
gaps-title = What this rulebook does not know ({ $count })
citation = { $instrument } { $label }
citation-named = { $instrument }: { $label }
citation-numbered = ^(art\. |§|s\. |no\. |point |FAQ )
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
rank-normative-document = administrative notice
rank-local-regulation = local regulation
rank-court-guidance = court guidance
rank-guiding-case = guiding case
rank-case-law = case law
rank-platform-rule = platform rule
rank-standard = standard
rank-soft-law = guide
rank-practice = practice
confidence-high = high confidence
confidence-medium = medium confidence
confidence-low = low confidence

## The ledger (ledger)
platform = Rules applied
platform-missing = Your platform is not among them?
platform-missing-says = Not here: Amazon and TikTok Shop in America and Britain, which keep a score whose deductions are not published, and Temu, SHEIN and Lazada, of which no scale was found.
platform-changed = Showing another platform’s rules, with an empty ledger.
finding-new = Add a finding
finding-edit = Change this finding
finding-day = Day of the penalty decision
finding-day-hint = You can paste a whole date, with its time.
finding-day-ahead = this day is still to come
finding-day-closed = by the findings entered, the account was closed on { $day }
finding-day-missing = Enter the day of the penalty decision.
finding-time = Time (optional)
finding-time-hint = 24-hour clock, UTC{ $offset }. Counts as { $time } if left out.
finding-time-wrong = Enter the time like 09:30 or 09:30:45, up to 23:59:59.
finding-tier = Found to be
finding-tier-missing = Choose what was found.
finding-items-wrong = Enter a whole number from { $least } to { $most }.
finding-circumstances = Circumstances
finding-reversed = Appeal upheld, finding reversed
taken = What the platform booked (optional)
taken-hint = Enter the numbers in the platform’s notice or back end, to check them against the rules. What you leave out counts as not known, never as nothing.
taken-points = Points the platform took
taken-points-wrong = Enter a whole number of at most nine digits.
taken-strike = Did the platform count a strike?
taken-strike-unsaid = Not known
taken-strike-yes = It did
taken-strike-no = It did not
finding-add = Add
finding-save = Save the change
finding-cancel = Cancel
finding-removed = One finding removed.
labels-optional = { $labels } (optional)
amount-wrong = Enter a sum with at most two decimals.
exam = The exam that this finding calls for
exam-unsaid = Not known yet
exam-passed = Passed
exam-failed = Not passed
exam-day = Day on which it was passed
exam-day-missing = Enter the day on which the exam was passed.
per-finding = { $points } pts per finding
per-item = { $points } pts per item
per-time = { $points } pts each time
per-point = pts as booked
per-credit = pts taken off
count-items = Number of items
count-times = Number of times
count-points = Points booked by the platform
count-credit = Points taken off
record-title = The ledger
record-empty = No finding yet. Fill in the fields and add one, or
import-open = Import a file
export-csv = Export CSV
export-json = Export JSON
example-shown = Showing the example.
standing-open = account not closed
standing-closed = account closed
standing-points = { $points } { $points ->
    [one] point
   *[other] points
}
standing-strikes = { $strikes } { $strikes ->
    [one] strike
   *[other] strikes
}
clause-separator = {", "}

## The record and what may come (record)
status-title = State of the account
status-open = Account not closed
status-closed = Account closed
status-points = Points
status-strikes = Strikes
status-left = { $left } short of closure
status-running = Measures that run:
turned-from = was
turned-to = now
entry-ahead = this day has not come yet
entry-after-closure = after the account was closed
ledger-cited = Provisions behind this ledger ({ $count })
closed-points = The points reached the limit
closed-strikes = The strikes reached the limit
closed-finding = Findings of this kind close the account
closed-both = Points and strikes reached the limit at once
ledger-earlier = Show earlier rows ({ $hidden } not shown)
entries-more = { $count } more
ledger-caption = Points, ledger, strikes, measures and reasons for every finding
ledger-finding = Finding
ledger-points = Points
ledger-total = Ledger
ledger-strikes = Strikes
ledger-lost = { $lost } more lost
ledger-strike = One strike
ledger-closes = Account closed
ledger-points-lapse = Points lapse
ledger-strikes-lapse = Strikes lapse
ledger-year-end = End of { $year }
ledger-sources = Sources
ledger-version = Judged by the version in force since { $day }.
ledger-edit = Change
ledger-remove = Remove
ledger-appeal = Appeal
appeal-finding = The finding appealed: { $day }, { $tier }.
measure-span = { $from } to { $until }
measure-final = From { $from }
measure-replaced = a graver measure takes its place; it was to end on { $until }
measure-replaced-final = a graver measure takes its place
measure-exam = ends only once the exam is passed
measure-exam-by = the exam has to be passed by { $by }
measure-exam-otherwise = the exam has to be passed by { $by }, or it lasts until { $otherwise }
money-yuan = { $sum } yuan
money-other = { $unit } { $sum }
money-between = { $least } to { $most }
money-least = At least { $least } ({ $share })
money-most = At most { $most } ({ $share })
money-share = { $percent }% of “{ $of }”
money-open = amount not fixed
until-label = Run the ledger on to (optional)
until-hint = Year ends, lapses and measures up to that day are counted in.
until-today = Today
base-keep = Keep this ledger and ask what if
why-judged-as = judged as “{ $tier }”
why-sum = { $sum } { $sum ->
    [one] point
   *[other] points
}
why-sum-finding = { $points } { $points ->
    [one] point
   *[other] points
} each time
why-sum-item = { $points } { $points ->
    [one] point
   *[other] points
} × { $count } { $count ->
    [one] item
   *[other] items
} = { $sum }
why-sum-time = { $points } { $points ->
    [one] point
   *[other] points
} × { $count } { $count ->
    [one] time
   *[other] times
} = { $sum }
why-sum-credit = { $sum } { $sum ->
    [one] point
   *[other] points
} taken off
why-sum-point = { $sum } { $sum ->
    [one] point
   *[other] points
} booked by the platform
why-window = { $window }, { $from } to { $to }: finding no. { $place }
why-lost = of these { $lost } do not count: { $sum } − { $lost } = { $points }
why-lost-cap = but the window holds at most { $cap }: { $sum } − { $lost } = { $points }
why-strike-own = a strike of its own
why-strike-opened = first of its window, one strike
why-strike-merged = one strike together with the finding before it in the window
why-strike-not-of-tier = findings of this kind are no strikes
why-strike-not-in-force = there was no rule on strikes then
why-strike-not-counted = no points, not counted
why-strike-reversed = reversed on appeal, not counted
why-node = the ledger reaches the { $node }-point threshold
why-raised = closing the account books { $raised } more { $raised ->
    [one] point
   *[other] points
}
chart-label = The ledger from { $from } to { $to }: { $points } { $points ->
    [one] point
   *[other] points
} and { $strikes } { $strikes ->
    [one] strike
   *[other] strikes
} now, limit { $limit } points. Everything in the picture stands in the table below.
chart-no-limit = not set
chart-caption = Steps: the ledger. Dashed line: points that close the account. Fine lines: points that bring measures. Shade: windows counted together. Squares: strikes. Bars: how long measures run.
chart-caption-until = Steps: the ledger. Dashed line: points that close the account. Fine lines: points that bring measures. Shade: windows counted together. Squares: strikes. Bars: how long measures run. Upright line: the day the ledger runs on to.
entry-name = “{ $tier }” of { $when }
readings-title = Ambiguous rules that matter here
readings-lead = Choose another reading, and the ledger follows.
reading-default = Usually read as “{ $choice }” ({ $confidence }).
reading-changes = changes { $findings }; result: { $standing }
reading-changes-standing = result: { $standing }
outlook-title = What lies ahead
outlook-lead = Counted from { $at }, as if nothing else were found.
next-title = One more finding
next-caption = What one more finding of each kind would do
next-closes = Closes the account
next-measures = { $count ->
    [one] One measure
   *[other] { $count } measures
}
next-measures-until = { $count ->
    [one] One measure
   *[other] { $count } measures
}, the last until { $until }
ways-title = To the next threshold
way-number = at { $number }
ways-aside = Thresholds of the other books ({ $count })
way-apart = { $count ->
    [one] once the window is over, on { $days } at the earliest
   *[other] in this order, each once the window before it is over: on { $days } at the earliest
}
way-none = No three findings lead there.
way-more = { $count ->
    [one] One more combination
   *[other] { $count } more combinations
}
further-finding = { $tier }
further-item = { $tier }, { $count } { $count ->
    [one] item
   *[other] items
}
further-time = { $tier }, { $count } { $count ->
    [one] time
   *[other] times
}
further-point = { $tier }, { $count } { $count ->
    [one] point
   *[other] points
}
further-times = { $name } × { $times }
plus = {" "}+{" "}
ends-title = What runs out
ends-measures = { $measures }: over
ends-points = { $book }: { $number ->
    [one] 1 point lapses
   *[other] { $number } points lapse
}
ends-strikes = { $number ->
    [one] One strike lapses
   *[other] { $number } strikes lapse
}
ends-window = { $window } closes; later findings count on their own
doubtful = Thin sources: { $rules }
appeals-title = What an appeal would restore
appeals-more = { $count ->
    [one] One more finding
   *[other] { $count } more findings
}
appeal-points = { $points } { $points ->
    [one] point
   *[other] points
} fewer
appeal-strikes = { $strikes ->
    [one] one strike fewer
   *[other] { $strikes } strikes fewer
}
appeal-reopens = the account opens again
appeal-money = its sums of money no longer count
appeal-nothing = Points, strikes and measures stay as they are now.
appeal-standing = then: { $standing }
appeal-over = no longer: { $measures }
appeal-instead = Would end on { $until } instead: { $measures }
appeal-others = Also changes { $findings }
difference-title = Compared with the ledger you kept
difference-none = The ledger is kept. Change any finding, and the differences stand here.
difference-caption = Findings that differ from the ledger you kept
difference-back = Back to the ledger you kept
difference-accept = Go on with this one
difference-new = new
difference-gone = gone
difference-tier = “{ $to }” instead of “{ $from }”
difference-open = no longer closes the account
difference-closes = closes the account
difference-without = no longer: { $measures }
difference-with = new: { $measures }
ledger-taken = Platform
suppose = What if
suppose-reversed = it were reversed
suppose-standing = it stood
suppose-gone = it were not there
suppose-tier = it were

## The platform's numbers against the rules (audit)
audit-title = The platform’s numbers against the rules
audit-all-agree = What the platform booked is stated for { $stated ->
    [one] one finding, and agrees with the rules.
   *[other] { $stated } findings, and agrees with the rules everywhere.
}
audit-counts = Of { $stated } { $stated ->
    [one] finding
   *[other] findings
} with the platform’s numbers, { $agree ->
    [one] 1 agrees
   *[other] { $agree } agree
} with the rules and { $differ ->
    [one] 1 does
   *[other] { $differ } do
} not{ $explained ->
    [0] {""}
    [one] {""}; 1 agrees only if a text is read in another way
   *[other] {""}; { $explained } agree only if a text is read in another way
}{ $unknown ->
    [0] {""}
   *[other] {""}; of { $unknown } it is not known, as a rule was not found
}.
audit-by-platform = By the platform’s numbers
audit-by-rules = By the rules
audit-closed-by-platform = By the platform’s numbers the account is closed, by the rules it is open
audit-closed-by-rules = By the platform’s numbers the account is open, by the rules it is closed
audit-closed-otherwise = The account is closed at another time or for another cause than by the rules
audit-turn = The turn of { $year } leaves something else
audit-more-measures = Measures that the rules do not call for: { $measures }
audit-less-measures = Measures that the rules call for: { $measures }
audit-moved-measures = Measures that run for another time: { $measures }
audit-points-assumed = { $count ->
    [one] For one finding
   *[other] For { $count } findings
} the points booked are not stated, and the rules’ numbers count.
audit-strikes-assumed = { $count ->
    [one] For one finding
   *[other] For { $count } findings
} it is not stated whether a strike was counted, and the rules decide.
audit-first = Appeal these first
audit-together = With this and those above put right: { $standing }.
audit-arguable = Too much only as the text is read here. It can be argued.
audit-appeal = Write the appeal
audit-copy = Copy the difference as text
audit-copied = The difference was copied.
audit-copy-failed = The browser does not allow copying.
audit-bounded = The ledger is long: not every two readings together, or not every earlier finding, was tried.
audit-agrees = agrees
audit-more = { $by } too many
audit-less = { $by } too few
audit-strike-over = strike too many
audit-strike-short = strike missing
audit-measures-differ = measures differ
audit-measures-open = measures not known
audit-unstated = not stated
audit-points-more = the platform took { $taken } { $taken ->
    [one] point
   *[other] points
}, { $due } are due by the rules, { $by } too many
audit-points-less = the platform took { $taken } { $taken ->
    [one] point
   *[other] points
}, { $due } are due by the rules, { $by } too few
audit-strike-more = the platform counted a strike, by the rules there is none
audit-strike-less = the platform counted no strike, by the rules there is one
audit-measures-more = taken although not due by the rules: { $measures }
audit-measures-less = due by the rules and not taken: { $measures }
audit-measures-unknown = taken, and not known whether due: { $measures }
audit-measures-gap = which measures are due is not known in full: { $gaps }
audit-measures-read = under another reading of the text it is not known which measures are due
audit-reversed = the finding was reversed, so only what still stands belongs here: enter 0 for what was given back
audit-as-stated = the platform sets the points of such findings, and the rules have no number to check them against
audit-explained = {" "}(agrees if { $readings })
audit-reading = “{ $reading }” is read as “{ $choice }”
audit-and = {" "}and{" "}
audit-or = , or if{" "}
audit-text-finding = Finding of { $day } ({ $tier }).
audit-text-grounds = By: { $provisions }.
audit-text-request = Please correct it.

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
compare-duties = { $count ->
    [one] One duty
   *[other] { $count } duties
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
compare-and = {"and: "}
compare-always = So it is whatever the other facts.
compare-more = There are other cases; these are the first ones.
compare-not = anything but { $answers }
compare-has = includes “{ $choice }”
compare-lacks = does not include “{ $choice }”
compare-came = a date is given
compare-since = against the day of “{ $base }”: { $distance }
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
## Drafts that never were in force (drafts)
draft-title = Drafts that never were in force
draft-never = never in force
draft-never-title = Never in force
draft-day = Compared with the law of
draft-weighing = Comparing with the draft…
draft-again = Try again
draft-sum = { $count ->
    [0] None of the { $all } verdicts would have changed.
    [one] One of the { $all } verdicts would have changed.
   *[other] { $count } of the { $all } verdicts would have changed.
}
draft-no-verdict = The draft never became law. Nothing is decided by it here; this only tells what it would have changed.
draft-changes = The draft would have changed
draft-adds = The draft would have added
draft-drops = The draft would have taken away
draft-others = Rules that the draft would have added or taken away
draft-nothing = The draft does not differ from the rules of that day.
draft-law-says = The law of that day
draft-draft-says = The draft
draft-conditions = It would have applied on other conditions.
draft-provisions = The provisions of the draft

## Reading a table (table)
import-file = Choose a file
import-paste = Or paste a table
import-cancel = Cancel
import-cell = Line { $row }, “{ $column }”
import-row = Line { $row }
import-in-column = “{ $column }”: { $says }
file-encoding = , encoded as { $encoding }
file-sheet = Which sheet is read
file-headings = Which line holds the headings
file-no-headings = None
file-line = Line { $number }
passed-title = { $count ->
    [1] one title line
   *[other] { $count } title lines
}
passed-repeated_headings = { $count ->
    [1] headings repeated once
   *[other] headings repeated { $count } times
}
passed-total = { $count ->
    [1] one line of totals
   *[other] { $count } lines of totals
}
progress-decoding = Opening the file
progress-lines = { $done } of { $all } lines cut into cells
progress-columns = Looking at the columns
progress-rows = { $done } of { $all } rows read
progress-rules = Held against the rules: { $done } of { $all }
mapping-title = What each column holds
mapping-no-heading = Column { $number }
mapping-ignore = Leave out
mapping-choose = Please choose
mapping-note-separator = ;{" "}
ask-encoding = In which encoding is the file written?
ask-order = In which order are the dates of “{ $column }” written?
order-ymd = Year, month, day
order-dmy = Day, month, year
order-mdy = Month, day, year
refused-shown = { $from } to { $to } of { $count }
refused-before = Back
refused-after = Further
refused-download = Download these rows with the reasons
refused-file = rows-not-imported.csv
refused-line = line
refused-reasons = reasons

## The list of sellers (sellers)
sellers-lead = CSV, Excel (.xlsx), a table of a web page, or one copied from a spreadsheet; it can be dropped here, too. It needs each seller’s name or number and the day of the last verification; days of admission and deregistration are optional. The list is read in the browser only and is gone once the page is closed.
sellers-example = Try a list like the one in the judgment
sellers-example-note = Shops and days of the example are assumed and counted from today; the first shop is in the situation of the judgment below.
sellers-and = {" · "}
sellers-within = Due soon means
sellers-days = within { $count } days
sellers-failed = The file could not be read. Save it as CSV UTF-8 and try again.
sellers-too-many = The list has more than { $count } rows and was not read. Split it into several files.
sellers-nothing = The table has nothing below its headings.
sellers-cancelled = Reading was cancelled.
sellers-other = Another list
sellers-columns = Columns, and what is not clear
sellers-blocked = It is not known yet which column is the day of the last verification, which one names the seller, or how days are read. Until that is said, nothing is decided.
sellers-passed = Not taken for sellers: { $list }.
sellers-column-name = Seller’s name
sellers-column-number = Seller’s number
sellers-column-verified = Last verified on
sellers-column-admitted = Admitted on
sellers-column-deregistered = Deregistered on
sellers-result = The list
sellers-sum = { $all ->
    [1] One seller
   *[other] { $all } sellers
} as of { $day }: { $overdue } overdue, { $due } due within { $within } days, { $deregistered } deregistered, { $never } without a record, { $refused ->
    [1] one row
   *[other] { $refused } rows
} that cannot be read.
sellers-found = { $count ->
    [1] One seller is listed.
   *[other] { $count } sellers are listed.
}
sellers-lapsed = { $count ->
    [1] Of the sellers deregistered, one was overdue for verification as well
   *[other] Of the sellers deregistered, { $count } were overdue for verification as well
}: in the judgment below that is why the platform should have known of the infringement.
sellers-again = { $count ->
    [1] One row has the number or name of another; each row counts by itself.
   *[other] { $count } rows have the number or name of another; each row counts by itself.
}
sellers-filter = Show
sellers-all = All
stands-deregistered = Deregistered
stands-overdue = Overdue
stands-never = No record
stands-due = Due soon
stands-open = Not certain
stands-later = Not due yet
sellers-search = Find a name or number
sellers-sort = Order
sellers-sort-due = Earliest due first
sellers-sort-name = By name
sellers-sort-row = As in the list
sellers-seller = Seller
sellers-last = Last verified
sellers-due = Verify again by
sellers-standing = Standing
sellers-since-admission = at admission
sellers-late = { $days ->
    [1] one day late
   *[other] { $days } days late
}
sellers-left = { $days ->
    [1] one day left
   *[other] { $days } days left
}
sellers-today = due today
sellers-gone-on = deregistered on { $day }
sellers-gone = deregistered, day unknown
sellers-gone-late = verification overdue as well
sellers-verified-after = verified after it was deregistered: one of the days is wrong
sellers-none = There is no such seller.
sellers-shown = { $from } to { $to } of { $count }
sellers-print = What is printed is the page in view; the table file has all of it.
sellers-table = Save as a table (CSV)
sellers-table-file = seller-checks
sellers-row = line
sellers-yes = yes
sellers-calendar = To the calendar (.ics)
sellers-calendar-note = One entry for each day on which sellers are due, { $count } days at most, with reminders { $days } days before and on the day. Only what is due from today on; sellers overdue or deregistered are left out.
sellers-calendar-saved = { $left ->
    [0] The calendar file was saved: { $count } days.
   *[other] The calendar file was saved: { $count } days; { $left } later days were left out.
}
sellers-calendar-title = { $count ->
    [1] Verify one seller again
   *[other] Verify { $count } sellers again
}
sellers-calendar-names = { $names }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}
sellers-calendar-moves = Once sellers were verified, save and import the file again: entries of the same day are updated; delete the entry of a day on which nobody is due any more.
sellers-refused = { $count ->
    [1] One row that cannot be read
   *[other] { $count } rows that cannot be read
}
sellers-refused-more = Only the first { $count } are shown; the others are in the download.
sellers-rule = What the time limit rests on
judgment-title = A shop that no longer exists: is the platform liable?
judgment-lead = On the facts of the judgment, today’s rules say:
judgment-open = Take these facts to the complaint tool
judgment-for = Where the platform was held liable
judgment-against = Where it was not
judgment-reading = How it is read here
judgment-split = Disputed

## Many cases (many_cases)
many-rulebook = Under which rules
many-issue = What is decided
many-lead = CSV, Excel (.xlsx), tables of web pages, or a table copied from a spreadsheet; you can also drop one here. A column is headed by the question, its id, or some words of the question. An empty cell is not known, and never taken for no. Files that the command zhengpin batch reads are read here as they are.
many-example = Example: { $title }
many-example-note = The cases are taken from our acceptance tests under made-up names; one row is wrong on purpose.
many-known = Which columns there can be, and what they hold
many-known-lead = One column for each fact; none has to be there. Leave empty what is not known, or write “unknown”. Columns that tell no fact go along as they stand, and are written out again.
many-holds-yes-no = yes, no (true, false, √, ×, 是, 否)
many-holds-choice = one of these, or its id
many-holds-set = some of these, with semicolons between them; “none of these” for none
many-holds-number = a whole number
many-holds-date = a day, such as 2026-11-22 or 22 November 2026
many-template = Download an empty table with these columns (CSV)
many-failed = This file could not be read. Save it as CSV UTF-8 and try again.
many-too-many = The table has more than { $count } rows and was not read. Split it into several files.
many-cancelled = Cancelled.
many-nothing = The table holds nothing but its headings.
many-other = Another table
many-blocked = Some columns or dates are still unclear. Nothing is decided before they are clear.
many-no-facts = No column was known as a fact. Say above what the columns are, or choose other rules.
many-columns = Columns
many-columns-facts = { $count ->
    [one] one tells a fact
   *[other] { $count } tell facts
}
many-columns-parts = { $count ->
    [one] one of them known by a part of its heading only: please check
   *[other] { $count } of them known by a part of their heading only: please check
}
many-columns-kept = { $count ->
    [one] one is not decided on and goes along: { $list }
   *[other] { $count } are not decided on and go along: { $list }
}
many-column-kept = Not decided on; goes along
many-column-day = The day as of which this row is decided
many-why-part = known by a part of its heading: please check
many-why-asked = several columns or questions have this name: please choose
many-why-unknown = no question has this name
many-words = Words that were not understood: say once what they mean in all rows
many-word = What does “{ $value }” mean?
many-word-yes-no = columns of yes and no
many-word-rows = { $count ->
    [one] one cell
   *[other] { $count } cells
}
many-word-aside = Set these rows aside
many-passed = Lines that were not taken for cases: { $list }.
many-sum = { $all ->
    [one] One case
   *[other] { $all } cases
} as of { $day }: { $settled } settled, { $open } open. { $refused ->
    [0] {""}
    [one] One more row could not be read; it is set aside and not decided.
   *[other] { $refused } more rows could not be read; they are set aside and not decided.
}
many-found = { $count ->
    [one] One case is listed.
   *[other] { $count } cases are listed.
}
many-refused = { $count ->
    [one] One row set aside
   *[other] { $count } rows set aside
}
many-refused-more = Only the first { $count } rows are shown; the others are in the table to download.
many-missing-title = Missing most often
many-missing-count = { $count ->
    [0] not known in { $unknown }
   *[other] missing in { $count }{ $unknown ->
        [0] {""}
       *[other] , not known in { $unknown }
    }
}
many-ask-title = { $count ->
    [one] What to ask first: one open case
   *[other] What to ask first: { $count } open cases
}
many-ask-count = { $settles ->
    [0] bears on { $bears }
   *[other] settles { $settles } by itself, bears on { $bears }
}
many-filter = Show only
many-all = All
many-search = Search the columns that go along
many-sort = Order
many-sort-row = As in the table
many-sort-verdict = By verdict
many-sort-missing = Those that lack most first
many-only-missing = Only those that lack “{ $element }”; lift
many-none = There is no such case.
many-shown = { $from } to { $to } of { $count }
many-case = Case
many-row = Line
many-verdict = Verdict
many-settled = Settled
many-lacks = What it lacks
many-because = Why (the fewest facts)
many-because-more = and { $count } more
many-missing = Missing
many-unknown = Not known whether it is there
many-unknown-are = not known: { $list }
many-possible = possible: { $list }
many-provisions = Rests on
many-next = To ask next
many-refused-reasons = Why it was not decided
many-other-verdict = Verdict on the other side
many-apart = What the touched have in common
many-undecided = not decided
many-not-arising = Does not arise on this day
many-is = {" "}
many-save = Save all (CSV)
many-save-found = { $count ->
    [one] Save the one listed
   *[other] Save the { $count } listed
}
many-save-note = The table has the columns as they were, verdicts, reasons, what is missing, provisions, and the rows set aside. Its columns of ids are those that zhengpin batch writes.
many-file = Cases
touched-title = Who is touched
touched-lead = Decide the same cases once more: on another day, under a draft that never was law, or under a rulebook that you have edited.
touched-day = On this day
touched-draft = Or a draft
touched-no-draft = None
touched-own = Or a rulebook of your own (YAML, JSON; several files)
touched-own-files = { $count } files
touched-own-leave = Leave it
touched-sum = { $touched ->
    [one] One case gets another verdict
   *[other] { $touched } cases get another verdict
}, { $same ->
    [one] one the same
   *[other] { $same } the same
}.
touched-undecided = { $count ->
    [one] One is not decided on the other side:
   *[other] { $count } are not decided on the other side:
}
touched-becomes = becomes
touched-count = { $count ->
    [one] one case
   *[other] { $count } cases
}
touched-show = Show only these
touched-and = {"and: "}
touched-all = Every case changes; there is nothing to tell them from.
touched-no-pattern = { $count ->
    [one] One case: no three facts tell it from those that are not touched.
   *[other] { $count } cases: no three facts tell them from those that are not touched.
}

## In and out (exchange)
import-title = Import
import-lead = CSV, Excel (.xlsx), a table copied from a spreadsheet, or JSON exported from this page; it can also be dropped here. The file is read in the browser and does not leave this page.
import-close = Close
import-other = Another file
import-cancelled = Cancelled. Nothing was added.
import-failed = This file could not be read, and nothing was added. Save it as CSV UTF-8 and try again.
import-nothing = There is nothing but headings in the table.
import-columns = Which columns a table can have
import-columns-lead = Headings in Chinese, in English or as a seller centre calls them, in any order; what is not certain is asked.
import-required = required
import-template = Download an empty table
import-taken = { $count ->
    [1] One finding was added.
   *[other] { $count } findings were added.
} Add the rest once they are mended.
import-take = { $count ->
    [1] Add one finding
   *[other] Add { $count } findings
}
import-waits = { $count ->
    [1] One question has to be answered first.
   *[other] { $count } questions have to be answered first.
}
import-replace = { $count ->
    [1] Replace the finding that is there
   *[other] Replace the { $count } findings that are there
}
import-remember = Remember these answers on this device for the next table with the same headings
import-recalled = The answers remembered last time were taken. Untick the line above to forget them.
import-troubles = { $count ->
    [1] One row that cannot be added yet
   *[other] { $count } rows that cannot be added yet
}
import-questions = What the table leaves open
passed = Not taken for findings: { $list }.
passed-other_shop = { $count ->
    [1] one row of another shop
   *[other] { $count } rows of other shops
}
passed-ignored = { $count ->
    [1] one row said to be left out
   *[other] { $count } rows said to be left out
}
why-answered = as you said
why-heading_and_values = by its heading and its values
why-heading = by its heading
why-values = by its values
why-nothing_known = nothing that concerns a finding
why-empty = empty
why-other_column = another column fits better
why-asked = please say
ask-sheet = Which sheet is to be read?
ask-column = What does “{ $column }” hold?
ask-which = Which column is “{ $kind }”?
ask-tier = Which tiers do these words of “{ $column }” mean?
ask-status = What do these words of “{ $column }” say of an appeal?
ask-yes = What do these words of “{ $column }” mean?
ask-items = The points taken leave the number of items or times open. How many?
ask-measure = Which measures do these words of “{ $column }” mean?
ask-shop = The table has several shops. Which one is to be read?
ask-rows = { $points ->
    [-1] { $count ->
        [1] one row
       *[other] { $count } rows
    }
   *[other] { $count ->
        [1] one row, { $points } points taken
       *[other] { $count } rows, { $points } points taken each
    }
}
ask-more = { $count ->
    [1] One more word is asked once these are answered.
   *[other] { $count } more words are asked once these are answered.
}
which-none = None of them
tier-ignored = Not about counterfeits, leave out
measure-ignored = Not a measure, leave out
status-none = No appeal
status-pending = Appeal pending
status-upheld = Appeal upheld
status-rejected = Appeal rejected
status-yes = Yes
status-no = No
first-look = What would come of it
first-look-day = Day
first-look-tier = Tier
first-look-rule = By the rule
first-look-taken = Taken by the platform
first-look-open = –
first-look-reversed = reversed
first-look-more = { $count ->
    [1] And one more.
   *[other] And { $count } more.
}
first-look-open-account = With these, { $points } { $points ->
    [one] point
   *[other] points
} in the main book, { $strikes } { $strikes ->
    [one] strike
   *[other] strikes
}; the account is not closed.
first-look-closed = With these, { $points } { $points ->
    [one] point
   *[other] points
} in the main book, { $strikes } { $strikes ->
    [one] strike
   *[other] strikes
}; the account is closed.
first-look-too-many = { $count } findings; at most { $most } can be run at once.
remark-tier_by_points = tier by the points taken
remark-items_by_points = number by the points taken
remark-after_as_of = after today
remark-same_number = number repeated
remark-again = equal to another
remark-given_back = appeal upheld, first points not counted
remarks-tier_by_points = { $count ->
    [1] The tier of one finding follows
   *[other] The tiers of { $count } findings follow
} from the points taken and the rule of the day.
remarks-items_by_points = { $count ->
    [1] The number of one finding follows
   *[other] The numbers of { $count } findings follow
} from the points taken.
remarks-after_as_of = { $count ->
    [1] One finding is dated
   *[other] { $count } findings are dated
} after today. Please check.
remarks-same_number = { $count ->
    [1] One row has
   *[other] { $count } rows have
} the platform’s number of another row. Please check for repeats.
remarks-again = { $count ->
    [1] One row equals
   *[other] { $count } rows equal
} a finding that is there already, or an earlier row. Please check for repeats.
remarks-given_back = { $count ->
    [1] One appeal was upheld:
   *[other] { $count } appeals were upheld:
} the points that the table shows for it are not taken for what stands now.
span-lead = At most { $most } findings can be run at once. Choose the days between which they are taken, or one shop only; { $outside } are outside.
import-from = From
import-to = To
holds-day = The day on which the finding was issued: 2017-04-01, 2017年4月1日, 2017/4/1, 1 Apr 2017, a spreadsheet’s number of a day and the like, with or without a time
holds-time = The time of day: 9:30, 3:30 pm
holds-tier = The tier: { $tiers }
holds-items = Listings or times
holds-points = The points that the platform took; held against the rule, never taken for a number of items
holds-strike = Whether the platform counted a strike: yes or no
holds-measures = What the platform did besides
holds-status = How an appeal stands: none, pending, upheld, rejected
holds-reversed = Yes or no; blank is no
holds-number = The platform’s number of the finding, by which repeats are found
holds-listing = The listing’s number or name
holds-shop = The shop; of several only one is read
holds-end = When the penalty ended; never taken for the day of the finding
holds-circumstance = Yes or no; blank is no
holds-label = Any name you give it
holds-amount = A sum in yuan
holds-exam = The day on which the exam was passed; “no” where it was not
imported = { $count ->
    [one] One finding
   *[other] { $count } findings
} imported.

## Reading tables (reading)
names-day = Day of the penalty|Date|Day|Issued|Issued on|Date issued|Issue date|Penalty date|Violation date|Violation time|Penalty time|Start date|Start time|Enforcement date
names-day-part = date|time|day|created|issued
names-time = Time|Time of day|Clock
names-tier = Found to be|Tier|Finding|Violation|Violation type|Type|Category|Type of violation|Kind
names-tier-part = Reason|Violation reason|Description
names-items = Items|Count|Number of items|Quantity|Listings|Times|Number of listings
names-points = Points the platform took|Points|Points taken|Points deducted|Penalty points|Deduction|Score deducted|Points booked
names-strike = Strike by the platform|Strike|Counted as a strike|Strikes
names-measures = Measures the platform took|Measures|Penalty|Penalties|Action taken|Enforcement|Actions
names-status = Appeal status|Appeal|Appeal result|Result of the appeal|Appeal outcome
names-state = Status|State|Penalty status|Violation status
names-reversed = Reversed on appeal|Reversed|Revoked|Withdrawn
names-exam = Exam passed|Exam|Exam date
names-number = Violation number|Case ID|Violation ID|Case number|ID|Reference|Ticket
names-listing = Listing|Listing ID|Product ID|Item ID|Product|Product name|Title|URL|ASIN
names-shop = Shop|Store|Seller|Shop name|Store name|Seller ID|Shop ID
names-end = End date|End time|Expiry|Expires|Until|Deadline|Appeal deadline
names-end-part = end date|end time|expir|deadline|until
names-label-right = Right|Trademark|Brand|IP right|Registration number
names-label-complainant = Complainant|Reporter|Rights holder|Right owner
names-ignored = No.|#|Row|Note|Notes|Remark|Remarks|Comment|Comments|Appeals|Total points|Points left|Number of appeals
names-ignored-part = total|remaining|cumulative|remark|comment
word-total = Total|Sum|Totals|Grand total|Subtotal
word-yes = yes|y|true|reversed
word-no = no|n|false|not reversed
word-none = not appealed|no appeal|none|n/a|appealable|can be appealed|not appealable
word-pending = appeal pending|pending|under appeal|under review|appeal submitted|in review
word-upheld = appeal upheld|appeal successful|appeal approved|appeal accepted|appeal granted|appeal succeeded
word-rejected = appeal rejected|appeal denied|appeal dismissed|appeal failed|appeal unsuccessful
word-upheld-bare = upheld|successful|approved|granted|accepted
word-rejected-bare = rejected|denied|dismissed|failed|unsuccessful
word-standing = in force|effective|active|executed|completed|enforced
word-revoked = penalty revoked|penalty withdrawn|violation revoked|violation withdrawn
word-fakes = sale of counterfeits|sale of counterfeit goods|selling counterfeits|sale of fakes|selling fakes|counterfeit goods|counterfeits|counterfeit|fakes|intellectual property infringement|ip infringement
word-fakes-beside = another|other|general violation|a minor|study|facilitation|look-alike
word-filler = suspected|alleged|goods|the|a|of|violation|sale|found
word-nothing = no measures|none
word-unit = items|item|pcs|pieces|times|points|point|pts|listings
word-points = points|point|pts|pt
names-seller = seller's name|seller|seller name|name|shop|shop name|store|store name|merchant|merchant name|company|company name|business name|operator
names-seller-part = name
names-seller-number = seller's number|id|seller id|number|shop id|store id|merchant id|account|registration number|seller number|code
names-verified = last verified on|last verified|last verification|last check|verified|verified on|verification date|last verification date|last kyc|kyc date|checked on
names-verified-part = verif|kyc
names-admitted = admitted on|admitted|onboarded|onboarded on|joined|joined on|registered on|first registered on|first registered|opened on|entry date|first verified on
names-deregistered = deregistered on|deregistered|cancelled on|dissolved on|entity status|registration status|dissolved
names-deregistered-part = deregist
word-gone = deregistered|dissolved|cancelled|revoked|struck off
word-there = active|existing|in business|registered|valid
word-never = never|none|n/a|not verified|unknown|null
seller-after_as_of = “{ $cell }” lies after the day asked about; expected a day that has come.
seller-nameless = There is neither a name nor a number; expected one of them.
file-csv = Read as a table in text
file-xlsx = Read as an Excel workbook (.xlsx)
file-json = Read as a request, or JSON exported by this page
file-html = Read as a table in a web page, which back ends often name .xls
file-empty = The file is empty; there is nothing to read.
file-text = There is no table in this text. Export or save it as CSV, or copy the table and paste it.
file-xls = A workbook of an old Excel (.xls), which cannot be read here. Open it in Excel or WPS, save it as .xlsx or as “CSV UTF-8”, and import that.
file-locked = The file is locked by a password and cannot be read here. Open it, take the password off, save it as .xlsx or CSV, and import that.
file-ods = An OpenDocument spreadsheet (.ods), which cannot be read here. Open it in LibreOffice or WPS, save it as .xlsx or CSV, and import that.
file-numbers = A Numbers spreadsheet, which cannot be read here. Choose File → Export To → CSV in Numbers, and import that.
file-docx = A text document, not a table. Copy the table from it and paste it, or save it as CSV.
file-pdf = A PDF, which cannot be read here. Export CSV or Excel from the seller’s back end; where there is only the PDF, copy the table and paste it.
file-image = A picture, which cannot be read here. Export CSV or Excel from the seller’s back end.
file-zip = An archive. Unpack it first and import the table in it.
file-rar = An archive. Unpack it first and import the table in it.
file-binary = This is no file that can be read here. Export or save it as CSV or .xlsx, and import that.
file-broken = The file looks like an Excel workbook (.xlsx), but parts of it are missing and it cannot be opened. Open and save it again in Excel or WPS, or save it as CSV.
row-no_day = no day; expected the day of the penalty
row-no_tier = no tier; expected what the platform found
row-not_a_day = “{ $cell }” is no day that can be read; expected one such as 2017-04-01 or 1 April 2017
row-no_such_day = there is no day “{ $cell }”; expected one of the calendar
row-not_a_time = “{ $cell }” is no time that can be read; expected one such as 9:30 or 3:30 pm
row-no_such_time = the time in “{ $cell }” does not exist; expected 00:00 to 23:59:59
row-times_differ = the column of days names another time than “{ $cell }”; expected one time
row-order_open = “{ $cell }” can be read as different days; expected the order of year, month and day in this column
row-not_a_tier = “{ $cell }” is no known tier; expected one of the rulebook’s
row-tier_open = “{ $cell }” can be several tiers; expected a choice
row-no_tier_fits = by the rule of that day no tier gives these points for “{ $cell }”; expected a choice of the tier
row-not_a_count = “{ $cell }” is no whole number; expected one such as 3 or 1,000
row-not_points = “{ $cell }” are no points; expected a whole number, 0 or more
row-items_open = the “{ $cell }” points that the platform took do not tell the number of items or times; expected that number
row-shop_open = the table has several sellers; expected a choice of one, for each has a ledger of its own
row-not_a_status = what “{ $cell }” says of an appeal is not known; expected a choice
row-not_yes_or_no = “{ $cell }” is neither yes nor no
row-not_a_sum = “{ $cell }” is no sum of money; expected one such as 2000 or 2,000.50
row-not_an_exam = “{ $cell }” is neither the day on which the exam was passed nor “no”
row-quote_open = a quotation mark is not closed, so that this row runs into those below; expected the mark to be mended
row-quote_wrong = text follows a closing quotation mark, so that the cells of this row cannot be told apart; expected the mark to be mended
row-too_many_cells = this row has { $count } cells, more than there are headings; expected separators inside cells to be quoted
row-column_open = what column { $number } holds has not been said
row-cell_failed = the spreadsheet could not calculate this cell (“{ $cell }”); expected its value
row-bad_bytes = some characters cannot be read (“{ $cell }”); expected a file saved as UTF-8
row-answers_differ = “{ $status }” and “{ $reversed }” contradict each other; expected the same
row-key_twice = The key “{ $key }” stands twice in one object, so one of its values would be lost. Nothing was taken over.
row-not_json = this is no complete JSON; expected a file exported by this page or a request with findings
row-no_request = there are no “findings”; expected a file exported by this page or a request with findings
row-other_rulebook = this is a ledger of “{ $rulebook }”, not of the rulebook chosen; expected that platform’s rules to be chosen first

## Reading tables of cases (reading_cases)

names-as-of = as of|asof|as_of|day of the law|law as of
word-unknown = unknown|not known|don't know|unclear|unsure
word-case-yes = yes|y|true
word-case-no = no|n|false
word-none-of-them = none of these|none of them
row-no_as_of = no day as of which to decide; expected a day
row-not_yes_no_unknown = “{ $cell }” is not yes, no or unknown; say what it means, or write one of these
row-not_a_choice = “{ $cell }” is no answer to this question; say what it means, or write one of its answers
row-day_of_an_instant = “{ $cell }” has a time zone, and which day it is depends on a clock; expected a day
row-refused = these facts cannot be decided
other-no_engine = the part that takes drafts and rulebooks of one’s own could not be loaded; check the network and try again
other-no_draft = there is no such draft
other-no_issue = this rulebook does not decide “{ $issue }”; expected an issue of the same id
own-not_yaml = the file is neither YAML nor JSON: { $reason }
own-no_rulebook = there is no rulebook in the file; expected an object with “rulebook”, perhaps split over several files
own-twice = “{ $key }” is stated twice in these files; expected it once

## The page of the search (search)
search-title = Search: zhengpin
search-heading = Search provisions, rules and cases
search-lead = Looks through all provisions, rules, questions, cases, documents and lessons held here, in Chinese or English, by words or by id (such as ecl/42/1 or notice_locates). The file it looks through is fetched when you begin to type, one for each language; what you look for is part of no request.
search-label = What to look for
search-try = For example
search-examples = parallel import, evaluation report, three strikes, notice_locates, 三振
search-between = ,{" "}
search-kinds = Kind
search-all = All
search-kind-tool = tool
search-kind-provision = provision
search-kind-instrument = instrument
search-kind-rulebook = rulebook
search-kind-rule = rule
search-kind-fact = question
search-kind-case = case
search-kind-lesson = lesson
search-kind-document = document
search-kind-gap = gap
search-counted = { $what } { $count }
search-loading = Fetching what is looked through …
search-found = { $count ->
    [one] One place found.
   *[other] { $count } places found.
  }
search-partly = No place has all of the words. { $count ->
    [one] One has most of them.
   *[other] { $count } have most of them.
  }
search-absent = Found nowhere: { $words }.
search-also = Also looked for: { $words }.
search-nothing = Nothing found for “{ $query }”. The { $lang ->
    [zh] Chinese
   *[en] English
  } names, texts and ids of all { $count } places were looked through: { $provisions } provisions, { $rules } rules and questions, { $cases } cases, and documents, tools and the rest. What is not held here may still be law; try another word, or see
search-nothing-link = the rules held here
search-end = .
search-more = Show { $count } more
search-failed = What is looked through could not be fetched, or is not as it was built. Reload the page, or see
search-script = The search runs in the browser and needs JavaScript. Without it you can still read

## One finding (finding)
finding-one = One finding
finding-outcome = What this finding leads to
finding-incomplete = Give the day and the tier, and what follows stands here.
finding-onward = Put it into a ledger, together with others
finding-platform-changed = The rules are those of another platform now. Please enter the finding anew.

## On a page of yours (snippet)
snippet-title = On a page of yours: zhengpin
snippet-heading = On a page of yours
snippet-lead = Choose the tool, the day and the language; copy two pieces of code and one content policy. The files lie on a server of yours, each with its hash; what you put in does not leave this page.
snippet-script = The code is made in the browser, which needs JavaScript.
snippet-wish = What to show
snippet-element = Tool
snippet-finding = What one finding leads to
snippet-tool = { $name } ({ $tag })
snippet-link = Take along what is filled in (optional)
snippet-link-hint = “Copy link” in the tool, and paste it here. The answers or findings are then written into the element’s attributes.
snippet-link-take = Read the link
snippet-link-taken = { $count ->
    [0] “{ $name }” is chosen, as the link says; nothing is filled in there.
    [one] “{ $name }” is chosen, as the link says, with one thing filled in.
   *[other] “{ $name }” is chosen, as the link says, with { $count } things filled in.
  }
snippet-link-lost = { $lost ->
    [one] One part of the link could not be read, and is left out.
   *[other] { $lost } parts of the link could not be read, and are left out.
  }
snippet-link-more = The link also holds what no attribute takes (such as the issue looked at, the day it runs to, a reading, sums of the account, a comparison, a filter); that is left out.
snippet-link-none = This is no link of a tool of zhengpin: no tool is named behind the “#”.
snippet-link-newer = A later version made this link; it cannot be read here.
snippet-link-broken = The link is damaged and cannot be read.
snippet-link-unusable = This tool has nothing that could be filled in beforehand.
snippet-link-missing = A file that reads links could not be fetched. Please reload the page and try again.
snippet-rulebook = Rules shown first
snippet-rulebook-own = As the tool chooses
snippet-as-of = The rules of which day
snippet-as-of-hint = If left empty, that on which the page is opened
snippet-from = The earlier day
snippet-to = The later day
snippet-days-hint = If left empty, as the tool chooses
snippet-lang = Language
snippet-lang-page = That of the page
snippet-theme = Light or dark
snippet-theme-page = As the page
snippet-theme-light = Light
snippet-theme-dark = Dark
snippet-base = The folder of the files
snippet-base-hint = As seen from your page, such as zhengpin/; or the whole address, such as https://static.example.com/zhengpin/
snippet-base-wrong = This is no address of a folder. The code below still has the last one.
snippet-besides = Besides
snippet-checked = Have the browser check every file
snippet-checked-says = A file that is not as it was built is not run. Another version needs other code.
snippet-unlinked = Keep answers out of the address
snippet-unlinked-says = For pages that need what stands behind “#” themselves; users then cannot copy a link.
snippet-unkept = Keep nothing in the browser
snippet-unkept-says = After a reload, what was filled in is gone.
snippet-pieces = What to write into the page
snippet-loading = Loading.
snippet-unavailable = Not available here; please open the page in another browser.
snippet-piece-element = The element
snippet-piece-element-says = Where the tool is to stand.
snippet-piece-head = The head
snippet-piece-head-says = Once, in the head of the page, before every other script.
snippet-piece-policy = The content policy
snippet-piece-policy-says = The value of the HTTP header Content-Security-Policy, as strict as it can be: the tool needs no more. What else your page needs is to be added.
snippet-copy = Copy
snippet-copy-what = : { $what }
snippet-copied = Copied.
snippet-by-hand = The browser does not allow copying; please select the text and copy it yourself.
snippet-unhashed = This page does not hold the hashes of the files (it was not built whole), so the code has none.
snippet-unhashable = This page did not come by an encrypted way, so the browser cannot make the hash for the policy. Open it by https, or do without “Have the browser check every file”.
snippet-look = A look at it
snippet-look-says = The page in the frame has the policy and the hashes above; its files come from embed/ of this site. It keeps nothing and writes nothing into an address.
snippet-checklist = What a host sees to
snippet-host-files = Put all files of embed/ into one folder; never mix those of two builds.
snippet-host-types = Types: .js as text/javascript, .wasm as application/wasm, .json as application/json, all with X-Content-Type-Options: nosniff.
snippet-host-packed = Compress all three kinds by gzip or brotli; the engines become about a third.
snippet-host-cache = The names carry no hash: put the version into the folder’s name and serve Cache-Control: public, max-age=31536000, immutable; or leave the name and serve no-cache.
snippet-host-policy = Send the policy as an HTTP header. Where the files lie on another origin, that one has to send Access-Control-Allow-Origin.
snippet-host-hashes = Leave the code of the head as it is: once it is changed, the hash in the policy is wrong. Where a page has an import map already, put these lines into its integrity, and make the hash anew.
snippet-host-licences = Put licences.txt there too: it holds the licences of what others wrote.
snippet-host-privacy = What users enter does not leave the page. A script of yours that listens to zhengpin-answer and sends it away is your processing, and your notice has to say so.
snippet-host-update = After an update copy the code here anew, then open the page with the console open: no message is the expected result.
snippet-uncovered = What the hashes do not cover
snippet-uncovered-says = The background thread that reads tables (zhengpin-worker-*.js): browsers have no way to check it; only the content policy says where it may come from. Hashes in import maps are known to Chrome from 127, Safari from 18, Firefox from 138; earlier browsers check only the files that the head names, and the engines and texts that these check, but no module that is fetched when it is needed.
