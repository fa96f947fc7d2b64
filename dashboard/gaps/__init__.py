"""The widest gaps over a whole release, and those that close or open fastest.

`compared` says which breakdowns of which indicators are compared, and between which groups; `found` gives one row for each
country of one breakdown; `table` holds all rows of a release; `question` is the address of a list of them, `listed` its rows
and `said` their words.

What is compared. Groups of people on one scale, of the indicator's headline slice: no counts, no parts of a whole, no question
with a scale of its own for each group, no breakdown crossed with another. Values of states, each of its own latest year in which
the two groups have a value, never borrowed, never projected, never only a bound. Difference and ratio are those of
`measures.inequality`, on the same conditions and with the same signs.
"""
