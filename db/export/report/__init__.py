"""What a report tells of a review, read some figures at a time: for the page, the claims and the proof pack."""
