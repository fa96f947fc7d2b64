"""What the numbers mean: frames, views, measures, figures, wording. No web, no files, no clock."""
