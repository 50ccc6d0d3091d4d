"""How much a thesaurus may hold. Those that are published stay below; what lies above is a mistake or an attack."""

LARGEST_FILE = 64_000_000
MOST_CONCEPTS = 200_000
MOST_STATEMENTS = 3_000_000
LONGEST_WORDS = 20_000
LONGEST_IRI = 2_000
# Problems of one file that are told; the rest is counted.
MOST_PROBLEMS = 200
# Of statements that we have no place for, so many are kept word by word for writing the file out again.
MOST_OTHERS = 500_000
