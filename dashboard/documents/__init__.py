"""What a document tells of a view: charts as numbers, tables and words, ready for a writer of any format."""
