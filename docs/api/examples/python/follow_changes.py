"""What happened since this was last run: nothing is left out, nothing comes twice. Its argument is a file for the place."""

import sys
from pathlib import Path

from dealwright import Dealwright

dealwright = Dealwright()
place = Path(sys.argv[1])
after = place.read_text() if place.exists() else None
more = True
while more:
    part = dealwright.get("/changes", after=after, limit=200)
    for change in part["items"]:
        record = change["deal"] or change["company"] or change["person"]
        print(change["at"], change["event"], record["name"] if record else "")
    # Kept only when all of the part is done with: whoever is stopped in between reads it again.
    after, more = part["next"], part["more"]
    place.write_text(after)
