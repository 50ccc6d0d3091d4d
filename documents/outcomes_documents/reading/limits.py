"""How much a workbook may hold. A person's workbook stays far below; what lies above is a mistake or an attack."""

LARGEST_FILE = 25_000_000
MOST_SHEETS = 200
MOST_CELLS = 3_000_000
LONGEST_TEXT = 32_767

# Inside an archive. Sheets deflate to between a tenth and a fiftieth; deflate itself ends at a thousandth.
MOST_ENTRIES = 5_000
MOST_INFLATED = 400_000_000
HIGHEST_RATIO = 250
RATIO_COUNTS_FROM = 10_000_000

# Rows and columns as Excel and LibreOffice have them.
MOST_ROWS = 1_048_576
MOST_COLUMNS = 16_384

MOST_MERGED = 20_000

# Different meanings of number formats in one sheet: percent, date and currencies by their symbol.
MOST_FORMATS = 200
