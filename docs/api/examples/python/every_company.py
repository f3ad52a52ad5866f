"""Every company within reach, by name; each page is asked for where the one before ended."""

from dealwright import Dealwright

for company in Dealwright().rows("/companies", sort="name", limit=2):
    print(company["name"])
