"""The duties in a text, with verdicts

A posting or a policy, as text or Markdown; `scopebook check` reads files.
"""

import scopebook

release = scopebook.load("outputs")
found = release.check("Duties: draw blood, give flu shots and start IVs. Does not triage patients.", state="Maryland")
print(found.select("text", "duty_id", "polarity", "verdict", "supervision"))
