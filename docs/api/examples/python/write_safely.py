"""Writes that do nothing twice and lose nobody's change. The argument is a key of your own for the first of them."""

import sys

from dealwright import Dealwright, Problem

dealwright = Dealwright()
key = sys.argv[1]

# The key says which request it is: sent again, it gets the first answer and is not done again.
first = dealwright.post("/companies", {"name": "Harbour Books"}, key=key)
again = dealwright.post("/companies", {"name": "Harbour Books"}, key=key)
print("made once" if first == again else "made twice")
try:
    dealwright.post("/companies", {"name": "Harbour Cars"}, key=key)
except Problem as refused:
    print(refused.kind)

# The version says what was read: who changes a record that somebody has changed since is told what.
company = dealwright.get(f"/companies/{first['id']}")
dealwright.patch(f"/companies/{company['id']}", company["version"], name="Harbour Books & Maps")
try:
    dealwright.patch(f"/companies/{company['id']}", company["version"], name="Harbour Maps")
except Problem as refused:
    print(refused.kind)
