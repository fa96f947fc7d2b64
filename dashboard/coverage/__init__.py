"""Who is counted: for each indicator and breakdown, which countries have which groups, in which years.

    table.py       the observations -> one row an indicator, breakdown, group and area; made once, at the build
    cube.py        the same as arrays, from which everything is counted
    categories.py  which groups belong to a category of exclusion
    summary.py     how many states of a scope have them, and what nobody has
    words.py       the same in sentences
    question.py    the address of the page
    file.py        all of it as a table to take away

"No data for this group" is a finding of its own and never a zero.
"""
