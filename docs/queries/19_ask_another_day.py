"""The law of another day

The module answers for any day. `allowed` is true, false, or null where no text says.
"""

from datetime import date

import scopebook

release = scopebook.load("outputs")
for day in (date(2019, 6, 1), date(2026, 11, 26)):
    answer = release.ask(state="South Dakota", duty="give injections", as_of=day)
    print(day, answer.verdict, answer.allowed, *answer.citations[:1])
